/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * yarn 1 lists what it added when it is done, as a tree:
 *
 *     info All dependencies
 *     |- express@4.17.1           (drawn with box characters)
 *
 * as it does for "yarn list", where below each stands what that asks for:
 *
 *     yarn list v1.22.22
 *     |- express@4.17.1
 *     |  |- accepts@~1.3.7
 *
 * and yarn 2 and later what they fetch, or what they add:
 *
 *     > YN0013: | express@npm:4.17.1 can't be found in the cache and will be fetched ...
 *     > YN0085: | + express@npm:4.17.1, lodash@npm:4.17.21, and 57 more.
 *     > YN0000: Done in 4s 120ms
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"yarn list v",
                                    "info All dependencies",
                                    "info Direct dependencies",
                                    "YN0013: ",
                                    "YN0085: ",
                                    "YN0000: ",
                                    "YN0009: ",
                                    "YN0035: ",
                                    "Couldn't find package \"",
                                    "Couldn't find any versions for \"",
                                    NULL};

#define MORE "-_.@/~"
#define BAR "\xe2\x94\x82 "
#define TREE_MIDDLE "\xe2\x94\x9c\xe2\x94\x80 "
#define TREE_END "\xe2\x94\x94\xe2\x94\x80 "

/* NAME@npm:VERSION, NAME@VERSION */
static bool locator(struct span word, struct span *ret_name, struct span *ret_version)
{
    if (!split_at(word, ret_name, ret_version))
        return false;
    EAT(*ret_version, "npm:");
    *ret_version = span_head(*ret_version, span_find(*ret_version, "::"));
    return is_name(*ret_name, MORE) && is_version(*ret_version);
}

/* text has its indentation: what one of the tree asks for has some, or a bar. */
static bool tree_line(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;

    if (STARTS(text, BAR) || STARTS(text, "   " TREE_MIDDLE) || STARTS(text, "   " TREE_END))
        return true;
    if (!EAT(text, TREE_MIDDLE) && !EAT(text, TREE_END))
        return false;
    if (!locator(text, &name, &version))
        return false;
    manager_note(job, PACKAGE_INSTALLED, name, version, line);
    return true;
}

/* "+ a@npm:1, b@npm:2, and 57 more.", "- c@npm:3" */
static void listed(struct manager_job *job, struct span text, uint64_t line)
{
    bool removed = EAT(text, "- ");
    struct span part;

    if (!removed && !EAT(text, "+ "))
        return;
    while (span_split(&text, ',', &part)) {
        struct span name;
        struct span version;

        if (!locator(span_trim(part), &name, &version))
            continue;
        if (removed)
            manager_note(job, PACKAGE_REMOVED, name, version, line);
        else
            manager_announce(job, name, version, line);
    }
}

/* "Done in 5s", "Failed with errors in 2s". */
static bool berry_ends(struct manager_job *job, struct span text)
{
    bool done = STARTS(text, "Done");

    if (!done && !STARTS(text, "Failed"))
        return false;
    manager_settle(job, done);
    return true;
}

static bool berry_locator(struct manager_job *job, struct span text, enum package_action action,
                          uint64_t line)
{
    struct span name;
    struct span version;

    if (!locator(next_word(&text), &name, &version))
        return false;
    manager_note(job, action, name, version, line);
    if (action == PACKAGE_DOWNLOADED)
        manager_announce(job, name, version, line);
    return true;
}

/* What stands behind "YN0000: " and the bar that groups lines. */
static bool berry(struct manager_job *job, struct span text, uint64_t line)
{
    size_t at = span_find(text, "YN0");
    struct span code = span_head(span_skip(text, at), sizeof "YN0000" - 1);

    text = span_trim(span_skip(text, at + sizeof "YN0000:" - 1));
    while (EAT(text, BAR) || EAT(text, "\xc2\xb7 ") || EAT(text, TREE_END) ||
           EAT(text, "\xe2\x94\x8c "))
        text = span_trim(text);
    if (span_equal_string(code, "YN0000"))
        return berry_ends(job, text);
    if (span_equal_string(code, "YN0013"))
        return berry_locator(job, text, PACKAGE_DOWNLOADED, line);
    if (span_equal_string(code, "YN0009"))
        return berry_locator(job, text, PACKAGE_FAILED, line);
    if (!span_equal_string(code, "YN0085"))
        return false;
    listed(job, text, line);
    return true;
}

/* error Couldn't find package "NAME" on the "npm" registry. */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name = span_skip(text, span_find_byte(text, '"') + 1);

    name = span_head(name, span_find_byte(name, '"'));
    if (!STARTS(text, "error Couldn't find ") || !is_name(name, MORE))
        return false;
    manager_note(job, PACKAGE_FAILED, name, span_of(NULL, 0), line);
    return true;
}

static bool yarn_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    job->follow = STARTS(text, "info All dependencies") || STARTS(text, "yarn list v") ||
                  STARTS(text, "info Direct dependencies") ||
                  tree_line(job, line->text, line->number);
    if (job->follow)
        return true;
    if (span_contains(text, "YN0"))
        return berry(job, text, line->number);
    return failure(job, text, line->number);
}

const struct manager yarn_manager = {.name = "yarn",
                                     .marks = marks,
                                     .many_versions = true,
                                     .line = yarn_line};
