/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * poetry 1 and 2: "  - Installing certifi (2024.2.2)" comes before it is done, and
 * several are done at once.  Only the next thing that poetry does proves them:
 * the project itself, or the lock file.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

/* A list's bullet is "-" where poetry finds no terminal. */
#define BULLET "\xe2\x80\xa2 "

static const char *const marks[] = {"- Installing ",
                                    "- Updating ",
                                    "- Downgrading ",
                                    "- Removing ",
                                    BULLET "Installing ",
                                    BULLET "Updating ",
                                    BULLET "Downgrading ",
                                    BULLET "Removing ",
                                    "Installing the current project: ",
                                    "Writing lock file",
                                    "Unable to find installation candidates for ",
                                    "is likely not a problem with poetry but ",
                                    "Cannot install ",
                                    NULL};

/* "Installing NAME (VERSION)", "Updating NAME (OLD -> NEW)"; a terminal's has ": Pending..." behind it. */
static bool operation(struct manager_job *job, struct span text, uint64_t line)
{
    bool removing;
    struct span name;
    struct span version;
    struct span rest;
    size_t arrow;

    if (!EAT(text, "- ") && !EAT(text, BULLET))
        return false;
    removing = EAT(text, "Removing ");
    if (!removing && !EAT(text, "Installing ") && !EAT(text, "Updating ") &&
        !EAT(text, "Downgrading "))
        return false;
    if (!split_parenthesis(text, &name, &version, &rest) || !is_name(name, "-_."))
        return false;
    arrow = span_find(version, " -> ");
    if (arrow < version.len)
        version = span_skip(version, arrow + 4);
    version = next_word(&version); /* of a repository the commit follows */
    if (span_contains(rest, "Already installed"))
        manager_note(job, PACKAGE_SATISFIED, name, version, line);
    else if (STARTS(rest, ": Failed"))
        manager_note(job, PACKAGE_FAILED, name, version, line);
    else if (removing)
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    else if (!span_contains(rest, "Skipped"))
        manager_announce(job, name, version, line);
    return true;
}

/* "Unable to find installation candidates for X (1.0)", "... not a problem with poetry but with X (1.0) ..." */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;
    struct span rest;
    size_t blame = span_find(text, "problem with poetry but ");

    if (blame < text.len) {
        text = span_skip(text, blame + sizeof "problem with poetry but" - 1);
        text = span_skip(text, span_find(text, " with ") + sizeof " with " - 1);
    } else if (!EAT(text, "Unable to find installation candidates for ")) {
        return false;
    }
    if (!split_parenthesis(text, &name, &version, &rest) || !is_name(name, "-_."))
        return false;
    manager_note(job, PACKAGE_FAILED, name, version, line);
    return true;
}

/* "Cannot install X.", "Cannot install build-system.requires for X." */
static bool cannot_install(struct manager_job *job, struct span text, uint64_t line)
{
    if (!EAT(text, "Cannot install ") || !span_ends_with(text, "."))
        return false;
    EAT(text, "build-system.requires for ");
    text.len--;
    if (!is_name(text, "-_."))
        return false;
    manager_note(job, PACKAGE_FAILED, text, span_of(NULL, 0), line);
    return true;
}

/* "NAME (VERSION)": what it needs is installed, and it comes last. */
static bool project(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;
    struct span rest;

    manager_settle(job, true);
    if (split_parenthesis(text, &name, &version, &rest) && is_name(name, "-_."))
        manager_announce(job, name, version, line);
    return true;
}

static bool poetry_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (STARTS(text, "Writing lock file")) {
        manager_settle(job, true);
        return true;
    }
    if (EAT(text, "Installing the current project: "))
        return project(job, text, line->number);
    return operation(job, text, line->number) || failure(job, text, line->number) ||
           cannot_install(job, text, line->number);
}

const struct manager poetry_manager = {.name = "poetry",
                                       .marks = marks,
                                       .names = NAMES_PYPI,
                                       .line = poetry_line};
