/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pip (pip.h): what its lines say became of a package. */
#include "pip.h"

#include "names.h"
#include "requirement.h"

static const struct span none;

static struct package *current(const struct manager_job *job)
{
    const struct pip *pip = job->state;

    return pip->current == SIZE_MAX ? NULL : &job->packages->items[pip->current];
}

void pip_end_current(struct manager_job *job)
{
    struct pip *pip = job->state;
    struct package *package = current(job);

    if (package)
        manager_keep(job, &package->log, strbuf_span(&pip->log));
    strbuf_clear(&pip->log);
    pip->current = SIZE_MAX;
}

/* ---- what is brought in ---- */

static void set_artifact(struct manager_job *job, struct package *package, struct span artifact)
{
    struct span name;
    struct span version;

    manager_keep(job, &package->artifact, artifact);
    if (package->version.len == 0 && split_artifact(artifact, &name, &version))
        manager_keep(job, &package->version, version);
}

void pip_collecting(struct manager_job *job, struct span rest, uint64_t line)
{
    struct pip *pip = job->state;
    struct span from;
    struct requirement wanted = requirement_read(requirement_split_from(rest, &from));
    struct package *package;

    pip_end_current(job);
    if (wanted.name.len == 0)
        return;
    package = manager_find(job, wanted.name, none);
    pip->again = pip->again || (package && package->action == PACKAGE_FAILED);
    package = manager_attempt(job, wanted.name, wanted.version, line);
    if (!package)
        return;
    pip->current = (size_t)(package - job->packages->items);
    pip->collecting = line;
    manager_keep(job, &package->requested_by, from);
    package->index = pip->index;
    if (wanted.artifact.len)
        set_artifact(job, package, wanted.artifact);
}

bool pip_downloading(struct manager_job *job, struct span rest)
{
    struct span artifact = span_head(rest, span_find_byte(rest, ' '));
    struct span size = span_trim(span_skip(rest, artifact.len));
    struct package *package = current(job);
    struct package *named;
    struct span name;
    struct span version;

    /* Since 23 all files come after all metadata: the name tells which is meant. */
    if (!split_artifact(artifact, &name, &version))
        return false;
    named = manager_find(job, name, none);
    if (named && !package_is_over(named))
        package = named;
    if (!package || package_is_over(package) || span_ends_with(artifact, ".metadata"))
        return true;
    set_artifact(job, package, artifact);
    if (size.len > 2 && size.data[0] == '(' && size.data[size.len - 1] == ')')
        manager_keep(job, &package->size, span_head(span_skip(size, 1), size.len - 2));
    if (package->action == PACKAGE_COLLECTED)
        package->action = PACKAGE_DOWNLOADED;
    return true;
}

void pip_built(struct manager_job *job, struct span name)
{
    struct package *package = manager_find(job, name, none);

    if (package && !package_is_over(package))
        package->action = PACKAGE_BUILT;
}

void pip_failed(struct manager_job *job, struct span name, uint64_t line)
{
    struct package *package = current(job);

    if (name.len)
        manager_note(job, PACKAGE_FAILED, name, none, line);
    else if (package && !package_is_over(package))
        package->action = PACKAGE_FAILED;
}

void pip_build_finished(struct manager_job *job, struct span rest, uint64_t line)
{
    if (span_ends_with(rest, "finished with status 'done'"))
        pip_built(job, requirement_name(rest));
    else if (span_ends_with(rest, "finished with status 'error'") && requirement_name(rest).len)
        pip_failed(job, requirement_name(rest), line);
}

void pip_successfully_built(struct manager_job *job, struct span rest)
{
    while (rest.len)
        pip_built(job, next_word(&rest));
}

/* ---- what comes at the end ---- */

/* NAME-VERSION; of an editable one old versions do not tell the version. */
static void split_installed(struct span word, struct span *ret_name, struct span *ret_version)
{
    *ret_version = none;
    if (!split_dash(word, ret_name, ret_version))
        *ret_name = word;
}

bool pip_knows(struct manager_job *job, struct span rest)
{
    const struct pip *pip = job->state;
    struct span name;
    struct span version;

    split_installed(next_word(&rest), &name, &version);
    return is_name(name, "-_.") &&
           (pip->installing || rest.len > 0 || manager_find(job, name, none));
}

void pip_successfully_installed(struct manager_job *job, struct span rest, uint64_t line)
{
    struct pip *pip = job->state;
    uint64_t first = pip->again && pip->failed_run ? pip->failed_run : pip->run;

    while (rest.len) {
        struct span name;
        struct span version;

        split_installed(next_word(&rest), &name, &version);
        if (is_name(name, "-_."))
            manager_note(job, PACKAGE_INSTALLED, name, version, line);
    }
    pip_end_current(job);
    job->recovery = (struct recovery){first ? first : line, line};
    job->packages->pip_aborted = false;
    pip->run = 0;
    pip->failed_run = 0;
    pip->again = false;
    pip->installing = false;
}

bool pip_also_installed(struct manager_job *job, struct span rest, uint64_t line)
{
    while (rest.len) {
        struct span name;
        struct span version;

        if (!split_dash(next_word(&rest), &name, &version) || !is_name(name, "-_."))
            return false;
        manager_note(job, PACKAGE_INSTALLED, name, version, line);
    }
    return true;
}

void pip_uninstalled(struct manager_job *job, struct span rest, uint64_t line)
{
    struct pip *pip = job->state;
    struct span name;
    struct span version;

    pip->uninstalling = false;
    split_installed(rest, &name, &version);
    if (is_name(name, "-_."))
        manager_note(job, PACKAGE_REMOVED, name, version, line);
}

void pip_satisfied(struct manager_job *job, struct span rest, uint64_t line)
{
    struct span text = span_skip(rest, span_find(rest, ": ") + 2);
    struct span name = requirement_name(text);
    struct span last = span_skip(text, span_find_last_byte(text, '(') + 1);
    struct span version = none;
    struct span from;
    struct package *package;

    if (name.len == 0 || manager_find(job, name, none))
        return; /* said again for each that wants it */
    if (is_version(last))
        version = span_head(last, span_find_byte(last, ')'));
    package = manager_note(job, PACKAGE_SATISFIED, name, version, line);
    if (!package)
        return;
    requirement_split_from(text, &from);
    manager_keep(job, &package->requested_by, span_head(from, span_find_byte(from, ')')));
}
