/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gem says "Successfully installed rake-13.0.6" as pip does, one a line; pip,
 * before it in the list, takes what it knows of.  The count at the end settles.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"Successfully installed ",
                                    "Successfully uninstalled ",
                                    " gem installed",
                                    " gems installed",
                                    "ERROR:  Error installing ",
                                    "ERROR:  Could not find a valid gem ",
                                    NULL};

/* NAME-VERSION[-PLATFORM] */
static bool split_gem(struct span word, struct span *ret_name, struct span *ret_version)
{
    if (!split_dash(word, ret_name, ret_version))
        return false;
    *ret_version = span_head(*ret_version, span_find_byte(*ret_version, '-'));
    return is_name(*ret_name, "-_.");
}

/* "2 gems installed" */
static bool sum(struct manager_job *job, struct span text)
{
    struct span count = next_word(&text);

    if (!is_version(count) ||
        (!span_equal_string(text, "gem installed") && !span_equal_string(text, "gems installed")))
        return false;
    manager_settle(job, true);
    return true;
}

/* "ERROR:  Error installing X:", "ERROR:  Could not find a valid gem 'X' (>= 0) in any repository" */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;

    if (EAT(text, "ERROR:  Error installing "))
        name = span_head(text, span_find_byte(text, ':'));
    else if (EAT(text, "ERROR:  Could not find a valid gem '"))
        name = span_head(text, span_find_byte(text, '\''));
    else
        return false;
    if (is_name(name, "-_."))
        manager_note(job, PACKAGE_FAILED, name, span_of(NULL, 0), line);
    return true;
}

static bool gem_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);
    struct span name;
    struct span version;

    if (EAT(text, "Successfully installed ")) {
        if (!split_gem(text, &name, &version))
            return false;
        manager_announce(job, name, version, line->number);
        return true;
    }
    if (EAT(text, "Successfully uninstalled ")) {
        if (split_gem(text, &name, &version))
            manager_note(job, PACKAGE_REMOVED, name, version, line->number);
        return true;
    }
    return sum(job, text) || failure(job, text, line->number);
}

const struct manager gem_manager = {.name = "gem",
                                    .marks = marks,
                                    .many_versions = true,
                                    .line = gem_line};
