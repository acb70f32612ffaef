/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cargo: what is compiled is built when the target is finished; installed is only
 * what "cargo install" says of a program.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {" Downloaded ",
                                    " Downloading ",
                                    "   Compiling ",
                                    "    Finished ",
                                    "   Installed package `",
                                    "    Replaced package `",
                                    "error: could not compile `",
                                    "error: failed to download `",
                                    " because --locked was passed",
                                    " but --locked was passed",
                                    "     Locking ",
                                    NULL};

#define MORE "-_"

struct cargo {
    struct recovery refused; /* the lock file that is not to be changed, in a run before this one */
};

/* "NAME vVERSION" */
static bool crate(struct span text, struct span *ret_name, struct span *ret_version)
{
    *ret_name = next_word(&text);
    *ret_version = next_word(&text);
    if (!is_name(*ret_name, MORE) || !STARTS(*ret_version, "v") || !is_version(*ret_version))
        return false;
    *ret_version = span_skip(*ret_version, 1);
    return true;
}

/* "Installed package `NAME vVERSION` (executable `x`)", "Replaced package `NAME vOLD` with `NAME vNEW` ..." */
static bool installed(struct manager_job *job, struct span text, uint64_t line)
{
    size_t with = span_find(text, " with `");
    struct span quoted =
        span_skip(text, with < text.len ? with + 7 : span_find_byte(text, '`') + 1);
    struct span name;
    struct span version;

    if (!crate(span_head(quoted, span_find_byte(quoted, '`')), &name, &version))
        return false;
    manager_note(job, PACKAGE_INSTALLED, name, version, line);
    return true;
}

/* "error: could not compile `NAME` (lib) due to ...", "error: failed to download `NAME vVERSION`" */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span quoted = span_skip(text, span_find_byte(text, '`') + 1);
    struct span name;
    struct span version = span_of(NULL, 0);

    quoted = span_head(quoted, span_find_byte(quoted, '`'));
    if (!STARTS(text, "error: "))
        return false;
    if (!crate(quoted, &name, &version))
        name = quoted;
    if (!is_name(name, MORE))
        return false;
    manager_note(job, PACKAGE_FAILED, name, version, line);
    manager_settle(job, false);
    return true;
}

/* A run that may not write the lock file fails; one after it that writes it makes that good. */
static void heed_lock(struct manager_job *job, struct span text, uint64_t line)
{
    struct cargo *cargo = job->state;

    if (span_contains(text, " --locked was passed")) {
        cargo->refused = (struct recovery){line, line};
    } else if (STARTS(text, "Locking ")) {
        job->recovery = cargo->refused;
        cargo->refused = (struct recovery){0};
    }
}

static bool cargo_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);
    struct span name;
    struct span version;

    if (STARTS(text, "Finished ")) {
        manager_settle(job, true);
        return true;
    }
    heed_lock(job, text, line->number);
    if (STARTS(text, "Installed package `") || STARTS(text, "Replaced package `"))
        return installed(job, text, line->number);
    if ((EAT(text, "Downloaded ") || EAT(text, "Downloading ")) && crate(text, &name, &version))
        manager_note(job, PACKAGE_DOWNLOADED, name, version, line->number);
    else if (EAT(text, "Compiling ") && crate(text, &name, &version))
        manager_announce(job, name, version, line->number);
    else
        return failure(job, text, line->number);
    return true;
}

const struct manager cargo_manager = {.name = "cargo",
                                      .marks = marks,
                                      .many_versions = true,
                                      .builds = true,
                                      .state_size = sizeof(struct cargo),
                                      .line = cargo_line};
