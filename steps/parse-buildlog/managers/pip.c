/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pip.h"

#include "limits.h"
#include "names.h"
#include "prefix.h"
#include "requirement.h"

static const char *const marks[] = {
    "Collecting ",
    "Processing ",
    "Obtaining ",
    "Downloading ",
    "Using cached ",
    "Building wheel for ",
    "Created wheel for ",
    "Running setup.py install for ",
    "Looking in indexes: ",
    "Requirement already ",
    "Installing collected packages: ",
    "Installing build dependencies: ",
    "Installing backend dependencies: ",
    "Successfully built ",
    "Successfully installed ",
    "Uninstalling ",
    "Successfully uninstalled ",
    "ERROR: ",
    "No matching distribution found for ",
    "Failed building wheel for ",
    "Could not build wheels for ",
    "Failed to build ",
    "THESE PACKAGES DO NOT MATCH THE HASHES",
    "WARNING: Discarding ",
    "Retrying (Retry(",
    "will try in next installation round...",
    "could not be installed",
    "trying again from official PyPI",
    NULL,
};

/* A run begins; the one before, if it failed, is over. */
static void begin_run(struct manager_job *job, uint64_t line)
{
    struct pip *pip = job->state;

    if (pip->run && job->packages->pip_aborted) {
        if (!pip->failed_run)
            pip->failed_run = pip->run;
        pip->run = 0;
    }
    if (!pip->run)
        pip->run = line;
}

/* Whatever went wrong since this line is made good for, or will be tried again. */
static void recover_from(struct manager_job *job, uint64_t first, uint64_t line)
{
    job->recovery = (struct recovery){first ? first : line, line};
}

/* ---- what goes wrong ---- */

/* 'X' of "Failed to install 'X', will try ...", or X. */
static struct span failed_name(struct span text)
{
    if (text.len && text.data[0] == '\'')
        text = span_skip(text, 1);
    return requirement_name(text);
}

/* "ERROR: No matching distribution found for X", "ERROR: Could not build wheels for X, ...", with and without "ERROR: ". */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    static const char *const before_name[] = {
        "No matching distribution found for ",
        "Failed building wheel for ",
        "Could not build wheels for ",
        "Failed to build installable wheels for some pyproject.toml based projects (",
        "Failed to build ",
        NULL};

    if (EAT(text, "ERROR: "))
        job->packages->pip_aborted = true;
    if (STARTS(text, "THESE PACKAGES DO NOT MATCH THE HASHES"))
        pip_failed(job, span_of(NULL, 0), line);
    for (const char *const *start = before_name; *start; start++) {
        struct span name = text;

        if (!span_eat(&name, *start) || STARTS(name, "gem native extension"))
            continue;
        job->packages->pip_aborted = true;
        name = failed_name(name);
        if (name.len)
            pip_failed(job, name, line);
        return name.len > 0;
    }
    return false;
}

/*
 * micropipenv: "Failed to install 'X', will try in next installation round...", and, when no round
 * is left, "... dependency 'X' could not be installed".
 */
static bool micropipenv(struct manager_job *job, struct span text, uint64_t line)
{
    struct pip *pip = job->state;
    bool again = span_ends_with(text, "will try in next installation round...");
    struct span name = failed_name(span_skip(text, span_find_byte(text, '\'')));

    if (!again && !span_ends_with(text, "could not be installed"))
        return false;
    if (name.len)
        pip_failed(job, name, line);
    pip_end_current(job);
    if (again) {
        recover_from(job, pip->collecting, line);
        job->packages->pip_aborted = false;
        pip->run = 0;
    }
    return true;
}

/* What pip, or who runs it, gets over. */
static bool retried(struct manager_job *job, struct span text, uint64_t line)
{
    struct pip *pip = job->state;

    if (STARTS(text, "WARNING: Discarding ")) {
        recover_from(job, pip->run, line);
    } else if (STARTS(text, "WARNING: ") &&
               span_contains(text, "trying again from official PyPI")) {
        recover_from(job, pip->run, line);
        pip->run = 0;
    } else if (STARTS(text, "WARNING: Retrying (Retry(") || STARTS(text, "Retrying (Retry(")) {
        begin_run(job, line);
        return true;
    } else {
        return false;
    }
    job->packages->pip_aborted = false;
    return true;
}

/* ---- lines ---- */

static bool run_line(struct manager_job *job, struct span rest, uint64_t line)
{
    if (EAT(rest, "Collecting ")) {
        begin_run(job, line);
        pip_collecting(job, rest, line);
    } else if (EAT(rest, "Looking in indexes: ")) {
        begin_run(job, line);
        manager_keep(job, &((struct pip *)job->state)->index, rest);
    } else if (EAT(rest, "Requirement already ")) {
        begin_run(job, line);
        pip_satisfied(job, rest, line);
    } else if (STARTS(rest, "Processing ./") || STARTS(rest, "Processing /") ||
               STARTS(rest, "Obtaining file:")) {
        begin_run(job, line);
        pip_end_current(job);
    } else {
        return false;
    }
    return true;
}

static bool file_line(struct manager_job *job, struct span rest, uint64_t line)
{
    if (EAT(rest, "Downloading ") || EAT(rest, "Using cached "))
        return pip_downloading(job, rest);
    if (EAT(rest, "Building wheel for ") || EAT(rest, "Running setup.py install for "))
        pip_build_finished(job, rest, line);
    else if (EAT(rest, "Created wheel for "))
        pip_built(job, requirement_name(rest));
    else
        return false;
    return true;
}

/* "Installing build dependencies: started": what is installed until it has finished is gone after the build. */
static bool isolation(struct pip *pip, struct span rest)
{
    if (EAT(rest, "Installing build dependencies: ") ||
        EAT(rest, "Installing backend dependencies: "))
        pip->isolated = STARTS(rest, "started");
    else if (!pip->isolated || !STARTS(rest, "Successfully installed "))
        return false;
    return true;
}

static bool end_line(struct manager_job *job, struct span rest, uint64_t line)
{
    struct pip *pip = job->state;

    if (isolation(pip, rest))
        return true;
    if (EAT(rest, "Successfully built "))
        pip_successfully_built(job, rest);
    else if (STARTS(rest, "Uninstalling "))
        pip->uninstalling = true;
    else if (pip->uninstalling && EAT(rest, "Successfully uninstalled "))
        pip_uninstalled(job, rest, line);
    else if (STARTS(rest, "Installing collected packages: "))
        pip->installing = true;
    else if (EAT(rest, "Successfully installed ") && pip_knows(job, rest))
        pip_successfully_installed(job, rest, line);
    else
        return false;
    return true;
}

/* The current entry's log has room: it wants all lines, as thoth-buildlog-parser takes them. */
static void keep_log(struct manager_job *job, struct span text)
{
    struct pip *pip = job->state;

    if (pip->current == SIZE_MAX)
        return;
    if (text.len && !STARTS(text, "Collecting ")) {
        strbuf_add_span(&pip->log, text);
        strbuf_add_byte(&pip->log, '\n');
    }
}

/* pipenv breaks pip's lines at 80 columns, and leaves the blank at the end. */
static bool continued(struct manager_job *job, const struct log_line *line)
{
    struct pip *pip = job->state;
    struct span text = span_trim(line->text);
    bool more = pip->continued && text.len && pip_also_installed(job, text, line->number);

    pip->continued = more && span_ends_with(line->text, " ");
    return more;
}

static void start(struct pip *pip)
{
    pip->started = true;
    pip->current = SIZE_MAX;
    strbuf_init(&pip->log,
                LIMIT_LOG_TEXT + 1); /* one more than is kept: what is too long is cut then */
}

static bool pip_line(struct manager_job *job, const struct log_line *line)
{
    struct pip *pip = job->state;
    struct span text = span_trim(line->text);
    bool taken;

    if (!pip->started)
        start(pip);
    keep_log(job, text);
    taken = continued(job, line) || run_line(job, text, line->number) ||
            file_line(job, text, line->number) || end_line(job, text, line->number) ||
            retried(job, text, line->number) || micropipenv(job, text, line->number) ||
            failure(job, text, line->number);
    if (taken && STARTS(text, "Successfully installed "))
        pip->continued = span_ends_with(line->text, " ");
    job->follow = pip->continued || (pip->current != SIZE_MAX && !strbuf_overflowed(&pip->log));
    return taken;
}

static void pip_finish(struct manager_job *job)
{
    pip_end_current(job);
}

static void pip_release(struct manager_job *job)
{
    strbuf_release(&((struct pip *)job->state)->log);
}

const struct manager pip_manager = {
    .name = "pip",
    .marks = marks,
    .names = NAMES_PYPI,
    .state_size = sizeof(struct pip),
    .line = pip_line,
    .finish = pip_finish,
    .release = pip_release,
};
