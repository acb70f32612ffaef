/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "managers.h"

#include <stdlib.h>

#include "managers/list.h"
#include "xalloc.h"

/*
 * The first that takes a line for its own has it: gem and pip both say "Successfully installed
 * x-1", and pip must know of x, or be told of several, to believe that it is meant.
 */
/* clang-format off */
static const struct manager *const all[] = {
    &pip_manager,
    &pipenv_manager,
    &uv_manager,
    &poetry_manager,
    &conda_manager,
    &apt_manager,
    &dnf_manager,
    &zypper_manager,
    &apk_manager,
    &npm_manager,
    &yarn_manager,
    &pnpm_manager,
    &gem_manager,
    &bundler_manager,
    &cargo_manager,
    &go_manager,
    &maven_manager,
    &gradle_manager,
    &composer_manager,
    &nuget_manager,
};
/* clang-format on */
#define COUNT (sizeof all / sizeof *all)

_Static_assert(COUNT <= 8 * sizeof(manager_set), "a bit for each manager");

const struct manager *managers_get(size_t i)
{
    return i < COUNT ? all[i] : NULL;
}

void managers_init(struct managers *managers, struct packages *packages, uint32_t track)
{
    *managers = (struct managers){.packages = packages, .track = track};
}

static struct manager_job *new_job(struct managers *managers, size_t i)
{
    struct manager_job *job = xcalloc(1, sizeof *job);

    job->manager = all[i];
    job->name = all[i]->name;
    job->tools = tools_of_names((const char *const[]){all[i]->name, NULL});
    job->packages = managers->packages;
    job->owner.id = managers->track * (uint32_t)COUNT + (uint32_t)i;
    job->owner.names = all[i]->names;
    job->owner.many_versions = all[i]->many_versions;
    if (all[i]->state_size)
        job->state = xcalloc(1, all[i]->state_size);
    job->announced = NO_PACKAGE;
    return job;
}

static struct manager_job *job_of(struct managers *managers, size_t i)
{
    if (!managers->jobs)
        managers->jobs = xcalloc(COUNT, sizeof(struct manager_job *));
    if (!managers->jobs[i])
        managers->jobs[i] = new_job(managers, i);
    return managers->jobs[i];
}

struct recovery managers_line(struct managers *managers, const struct log_line *line,
                              manager_set marked)
{
    manager_set wanted = marked | managers->following;
    struct recovery recovery = {0};
    bool taken = false;

    managers->shown = TOOLS_NONE;
    for (; wanted && !taken; wanted &= wanted - 1) {
        size_t i = (size_t)__builtin_ctz(wanted);
        manager_set bit = (manager_set)1 << i;
        struct manager_job *job = job_of(managers, i);

        job->follow = false;
        job->recovery = (struct recovery){0};
        taken = all[i]->line(job, line);
        managers->shown = taken ? job->tools : TOOLS_NONE;
        managers->following = (managers->following & ~bit) | (job->follow ? bit : 0);
        if (job->recovery.last)
            recovery = job->recovery;
    }
    return recovery;
}

void managers_settle(struct managers *managers, bool succeeded)
{
    for (size_t i = 0; managers->jobs && i < COUNT; i++) {
        if (managers->jobs[i])
            manager_settle(managers->jobs[i], succeeded);
    }
}

void managers_finish(struct managers *managers, bool failed)
{
    for (size_t i = 0; managers->jobs && i < COUNT; i++) {
        if (managers->jobs[i] && all[i]->finish)
            all[i]->finish(managers->jobs[i]);
    }
    managers_settle(managers, !failed);
}

void managers_release(struct managers *managers)
{
    for (size_t i = 0; managers->jobs && i < COUNT; i++) {
        struct manager_job *job = managers->jobs[i];

        if (!job)
            continue;
        if (all[i]->release)
            all[i]->release(job);
        free(job->state);
        free(job);
    }
    free(managers->jobs);
}
