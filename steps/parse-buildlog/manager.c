/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manager.h"

#include "limits.h"
#include "text_cut.h"

void manager_keep(struct manager_job *job, struct span *place, struct span text)
{
    if (text.len && !span_equal(*place, text))
        *place = pool_keep(job->packages->pool, text_cut(text, LIMIT_LOG_TEXT));
}

struct package *manager_find(struct manager_job *job, struct span name, struct span version)
{
    return packages_find(job->packages, job->owner, name, version);
}

static struct package *add(struct manager_job *job, enum package_action action, struct span name,
                           struct span version, uint64_t line)
{
    struct package *package = packages_add(job->packages, job->owner, name, version, action, line);

    if (package)
        package->manager = job->name;
    return package;
}

struct package *manager_attempt(struct manager_job *job, struct span name, struct span version,
                                uint64_t line)
{
    struct package *package = manager_find(job, name, version);

    if (!package || package_is_over(package))
        return add(job, PACKAGE_COLLECTED, name, version, line);
    manager_keep(job, &package->version, version);
    return package;
}

/* It failed once, and is installed after all; or it is installed once more. */
static struct package *install(struct manager_job *job, struct span name, struct span version,
                               uint64_t line)
{
    struct package *package = manager_find(job, name, version);

    if (package && package->action == PACKAGE_INSTALLED && span_equal(package->version, version))
        return package;
    if (package && package->action == PACKAGE_FAILED)
        package->recovered = true;
    else if (!package || package_is_over(package))
        package = add(job, PACKAGE_INSTALLED, name, version, line);
    if (!package)
        return NULL;
    package->action = PACKAGE_INSTALLED;
    package->line = line;
    manager_keep(job, &package->version, version);
    return package;
}

static struct package *fail(struct manager_job *job, struct span name, struct span version,
                            uint64_t line)
{
    struct package *package = manager_find(job, name, version);

    if (package && package->action == PACKAGE_FAILED)
        return package;
    if (!package || package_is_over(package))
        return add(job, PACKAGE_FAILED, name, version, line);
    package->action = PACKAGE_FAILED;
    package->line = line;
    return package;
}

struct package *manager_replaced(struct manager_job *job, struct span name, struct span version)
{
    struct package *package =
        packages_find_installed(job->packages, job->owner, job->name, name, version);

    if (package)
        package->action = PACKAGE_REMOVED;
    return package;
}

/* What the log itself had installed is there no more; of anything else the removal is all that is known. */
static struct package *take_away(struct manager_job *job, struct span name, struct span version,
                                 uint64_t line)
{
    struct package *package = manager_replaced(job, name, version);

    return package ? package : add(job, PACKAGE_REMOVED, name, version, line);
}

struct package *manager_note(struct manager_job *job, enum package_action action, struct span name,
                             struct span version, uint64_t line)
{
    struct package *package;

    if (name.len == 0)
        return NULL;
    if (action == PACKAGE_INSTALLED)
        return install(job, name, version, line);
    if (action == PACKAGE_FAILED)
        return fail(job, name, version, line);
    if (action == PACKAGE_REMOVED)
        return take_away(job, name, version, line);
    if (action == PACKAGE_SATISFIED) {
        package = manager_find(job, name, version);
        return package ? package : add(job, action, name, version, line);
    }
    package = manager_attempt(job, name, version, line);
    if (package && package->action < action)
        package->action = action;
    return package;
}

struct package *manager_announce(struct manager_job *job, struct span name, struct span version,
                                 uint64_t line)
{
    struct package *package = manager_attempt(job, name, version, line);

    if (!package)
        return NULL;
    package->line = line;
    if (!package->announced) {
        package->announced = true;
        package->next_announced = job->announced;
        job->announced = (uint32_t)(package - job->packages->items);
    }
    return package;
}

void manager_settle(struct manager_job *job, bool done)
{
    enum package_action action = job->manager->builds ? PACKAGE_BUILT : PACKAGE_INSTALLED;

    while (job->announced != NO_PACKAGE) {
        struct package *package = &job->packages->items[job->announced];

        package->announced = false;
        if (done && !package->withdrawn && !package_is_over(package))
            package->action = action;
        package->withdrawn = false;
        job->announced = package->next_announced;
    }
}
