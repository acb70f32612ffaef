/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pipenv: it runs pip, whose own words tell what was installed where they are
 * shown; its own tell what failed, and what is tried again.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"
#include "requirement.h"

static const char *const marks[] = {"Will try again.", "Installing initially failed dependencies",
                                    "Couldn't install package", NULL};

/* What is to be tried again. */
struct pipenv {
    struct recovery failed;
};

/* "An error occurred while installing X==1! Will try again." */
static bool will_try_again(struct manager_job *job, struct span text, uint64_t line)
{
    struct pipenv *pipenv = job->state;

    if (!EAT(text, "An error occurred while installing "))
        return false;
    manager_note(job, PACKAGE_FAILED, requirement_name(text), span_of(NULL, 0), line);
    if (!pipenv->failed.first)
        pipenv->failed.first = line;
    pipenv->failed.last = line;
    return true;
}

/* "Couldn't install package(s): a", "Couldn't install package: a"; pip's words stand below. */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    size_t at = span_find(text, "Couldn't install package");

    if (at == text.len)
        return false;
    text = span_skip(text, at);
    text = span_trim(span_skip(text, span_find_byte(text, ':') + 1));
    if (requirement_name(text).len)
        manager_note(job, PACKAGE_FAILED, requirement_name(text), span_of(NULL, 0), line);
    return true;
}

static bool pipenv_line(struct manager_job *job, const struct log_line *line)
{
    struct pipenv *pipenv = job->state;
    struct span text = span_trim(line->text);

    if (span_contains(text, "Installing initially failed dependencies")) {
        job->recovery = pipenv->failed;
        pipenv->failed = (struct recovery){0};
        return true;
    }
    return will_try_again(job, text, line->number) || failure(job, text, line->number);
}

const struct manager pipenv_manager = {.name = "pipenv",
                                       .marks = marks,
                                       .names = NAMES_PYPI,
                                       .state_size = sizeof(struct pipenv),
                                       .line = pipenv_line};
