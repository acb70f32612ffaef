/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * composer 1 and 2: "  - Installing a/b (1.0): Extracting archive" comes before it
 * is done; the autoloader, which is made of what is there, proves it.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"- Installing ",
                                    "- Upgrading ",
                                    "- Updating ",
                                    "- Downgrading ",
                                    "- Removing ",
                                    "- Downloading ",
                                    "- Locking ",
                                    "Generating autoload files",
                                    "Generating optimized autoload files",
                                    "    Install of ",
                                    "Failed to download ",
                                    NULL};

#define MORE "-_./"

static bool package_name(struct span name)
{
    return is_name(name, MORE) && span_contains(name, "/");
}

/* "VERB NAME (VERSION)", "VERB NAME (OLD => NEW)" */
static bool operation(struct manager_job *job, struct span text, uint64_t line)
{
    struct span verb;
    struct span name;
    struct span version;
    struct span rest;
    size_t arrow;

    if (!EAT(text, "- "))
        return false;
    verb = next_word(&text);
    if (!split_parenthesis(text, &name, &version, &rest) || !package_name(name))
        return false;
    arrow = span_find(version, " => ");
    if (arrow < version.len)
        version = span_skip(version, arrow + 4);
    version = next_word(&version); /* of a branch its commit follows */
    if (span_equal_string(verb, "Removing"))
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    else if (span_equal_string(verb, "Downloading"))
        manager_note(job, PACKAGE_DOWNLOADED, name, version, line);
    else if (span_equal_string(verb, "Locking"))
        manager_attempt(job, name, version, line);
    else
        manager_announce(job, name, version, line);
    return true;
}

/* "Install of NAME failed", "Failed to download NAME from dist: ..." */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    bool install = EAT(text, "Install of ");
    struct span name;

    if (!install && !EAT(text, "Failed to download "))
        return false;
    name = next_word(&text);
    if (!package_name(name) || (install && !STARTS(text, "failed")))
        return false;
    /* From dist it is tried again from source. */
    if (install)
        manager_note(job, PACKAGE_FAILED, name, span_of(NULL, 0), line);
    return true;
}

static bool composer_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (STARTS(text, "Generating autoload") || STARTS(text, "Generating optimized autoload")) {
        manager_settle(job, true);
        return true;
    }
    return operation(job, text, line->number) || failure(job, text, line->number);
}

const struct manager composer_manager = {.name = "composer",
                                         .marks = marks,
                                         .names = NAMES_NOCASE,
                                         .line = composer_line};
