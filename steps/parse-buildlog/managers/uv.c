/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * uv: sync, add, remove, tool install and pip install.  It tells what it did in
 * one list after it is done:
 *
 *     Uninstalled 1 package in 14ms
 *     Installed 2 packages in 94ms
 *     Bytecode compiled 559 files in 1.66s   (with UV_COMPILE_BYTECODE)
 *      - requests==2.31.0
 *      + requests==2.32.3
 *      ~ demo==0.1.0 (from file:///src)       (installed anew)
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {" packages in ",
                                    " package in ",
                                    "      Built ",
                                    " Downloaded ",
                                    "Failed to build `",
                                    "Failed to download `",
                                    "Failed to download and build `",
                                    NULL};

/* NAME==VERSION */
static bool split_pin(struct span word, struct span *ret_name, struct span *ret_version)
{
    size_t at = span_find(word, "==");

    *ret_name = span_head(word, at);
    *ret_version = span_skip(word, at + 2);
    return is_name(*ret_name, "-_.") && is_version(*ret_version);
}

/* "+ NAME==VERSION (from URL)" */
static bool list_line(struct manager_job *job, struct span text, uint64_t line)
{
    enum package_action action = STARTS(text, "- ") ? PACKAGE_REMOVED : PACKAGE_INSTALLED;
    struct package *package;
    struct span name;
    struct span version;

    if (!EAT(text, "+ ") && !EAT(text, "- ") && !EAT(text, "~ "))
        return false;
    if (!split_pin(next_word(&text), &name, &version) || (text.len && !STARTS(text, "(from ")))
        return false;
    package = manager_note(job, action, name, version, line);
    if (package && EAT(text, "(from "))
        manager_keep(job, &package->artifact, span_head(text, span_find_byte(text, ')')));
    return true;
}

static bool begins_list(struct span text)
{
    struct span word = next_word(&text);

    if (!span_equal_string(word, "Installed") && !span_equal_string(word, "Uninstalled"))
        return false;
    return is_version(next_word(&text)) && STARTS(text, "package");
}

/* "Failed to build `NAME==VERSION`" */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span quoted = span_skip(text, span_find(text, "Failed to "));
    struct span name;
    struct span version;

    quoted = span_skip(quoted, span_find_byte(quoted, '`') + 1);
    if (!split_pin(span_head(quoted, span_find_byte(quoted, '`')), &name, &version))
        return false;
    manager_note(job, PACKAGE_FAILED, name, version, line);
    return true;
}

static bool progress(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;

    if (EAT(text, "Built ") && split_pin(next_word(&text), &name, &version))
        manager_note(job, PACKAGE_BUILT, name, version, line);
    else if (EAT(text, "Downloaded ") && is_name(text, "-_."))
        manager_note(job, PACKAGE_DOWNLOADED, text, span_of(NULL, 0), line);
    else
        return false;
    return true;
}

static bool uv_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    job->follow = begins_list(text) || STARTS(text, "Bytecode compiled ") ||
                  list_line(job, text, line->number);
    return job->follow || progress(job, text, line->number) || failure(job, text, line->number);
}

const struct manager uv_manager = {.name = "uv",
                                   .marks = marks,
                                   .names = NAMES_PYPI,
                                   .line = uv_line};
