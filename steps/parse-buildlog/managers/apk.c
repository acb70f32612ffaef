/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * apk 2 and 3: "(1/5) Installing musl (1.2.4-r2)" comes before it is done; the
 * next such line, or the sum at the end ("OK: 8 MiB in 20 packages"), proves it,
 * unless an "ERROR: musl-1.2.4-r2: ..." stands between.
 */
#include "manager.h"

#include <string.h>

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {") Installing ",  ") Upgrading ",
                                    ") Downgrading ", ") Reinstalling ",
                                    ") Replacing ",   ") Purging ",
                                    " MiB in ",       " KiB in ",
                                    " GiB in ",       " B in ",
                                    "ERROR: ",        " (no such package):",
                                    " (missing):",    NULL};

/* Moves past "(N/M) "; false if it is not there. N may be padded. */
static bool eat_count(struct span *text)
{
    size_t close = span_find_byte(*text, ')');
    struct span count = span_head(*text, close);

    if (!STARTS(*text, "(") || close + 1 >= text->len || !span_contains(count, "/"))
        return false;
    if (!is_name(span_trim(span_skip(count, 1)), "/"))
        return false;
    *text = span_trim(span_skip(*text, close + 1));
    return true;
}

/* "Installing NAME (VERSION)", "Upgrading NAME (OLD -> NEW)" */
static bool action_line(struct manager_job *job, struct span text, uint64_t line)
{
    struct span verb;
    struct span name;
    struct span version;
    struct span rest;
    size_t arrow;

    if (!eat_count(&text))
        return false;
    verb = next_word(&text);
    if (!split_parenthesis(text, &name, &version, &rest) || !is_name(name, "-_.+"))
        return false;
    manager_settle(job, true);
    arrow = span_find(version, " -> ");
    if (arrow < version.len) {
        manager_replaced(job, name, span_head(version, arrow));
        version = span_skip(version, arrow + sizeof " -> " - 1);
    }
    if (span_equal_string(verb, "Purging"))
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    else
        manager_announce(job, name, version, line);
    return true;
}

/* "OK: 8 MiB in 20 packages", "1 error; 8 MiB in 20 packages" */
static bool sum(struct manager_job *job, struct span text)
{
    if (!span_ends_with(text, " packages") && !span_ends_with(text, " packages;"))
        return false;
    if (!STARTS(text, "OK: ") && !span_contains(text, " error"))
        return false;
    manager_settle(job, true);
    return true;
}

/* "ERROR: NAME-VERSION: what", "NAME (no such package):" */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version = span_of(NULL, 0);
    struct span rest;
    struct span reason;

    if (EAT(text, "ERROR: ")) {
        if (!split_nevra(span_head(text, span_find_byte(text, ':')), &name, &version) ||
            !span_contains(version, "-r"))
            return false;
    } else if (!split_parenthesis(text, &name, &reason, &rest) || !STARTS(rest, ":") ||
               !is_name(name, "-_.+:@/")) {
        return false;
    }
    manager_note(job, PACKAGE_FAILED, name, version, line);
    return true;
}

static bool apk_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    return action_line(job, text, line->number) || sum(job, text) ||
           failure(job, text, line->number);
}

const struct manager apk_manager = {.name = "apk", .marks = marks, .line = apk_line};
