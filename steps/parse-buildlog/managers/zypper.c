/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zypper: "(1/2) Installing: NEVRA [...done]". */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {
    ") Installing: ",      ") Removing ",      ") Removing: ",
    "Retrieving package ", "Retrieving: ",     "' is already installed.",
    "No provider of '",    "Installation of ", NULL};

static bool nevra(struct span text, struct span *ret_name, struct span *ret_version)
{
    return split_nevra(next_word(&text), ret_name, ret_version) && is_version(*ret_version);
}

/* "(1/2) Installing: NEVRA [...done]"; where the end is not on the line, the next one tells. */
static bool transaction(struct manager_job *job, struct span text, uint64_t line)
{
    bool removing;
    struct span name;
    struct span version;

    text = span_skip(text, span_find(text, ") ") + 2);
    removing = EAT(text, "Removing: ") || EAT(text, "Removing ");
    if ((!removing && !EAT(text, "Installing: ")) || !nevra(text, &name, &version))
        return false;
    manager_settle(job, true);
    if (span_ends_with(text, "error]"))
        manager_note(job, PACKAGE_FAILED, name, version, line);
    else if (removing)
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    else if (span_ends_with(text, "done]"))
        manager_note(job, PACKAGE_INSTALLED, name, version, line);
    else
        manager_announce(job, name, version, line);
    return true;
}

/* "'NAME' is already installed.", "No provider of 'NAME' found." */
static bool quoted(struct manager_job *job, struct span text, uint64_t line)
{
    bool missing = EAT(text, "No provider of ");
    struct span name;

    if (!EAT(text, "'"))
        return false;
    name = span_head(text, span_find_byte(text, '\''));
    text = span_skip(text, name.len);
    if (!is_name(name, "-_.+") || (!missing && !STARTS(text, "' is already installed.")))
        return false;
    manager_note(job, missing ? PACKAGE_FAILED : PACKAGE_SATISFIED, name, span_of(NULL, 0), line);
    return true;
}

static bool zypper_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);
    struct span rest = text;
    struct span name;
    struct span version;

    if (text.len && text.data[0] == '(')
        return transaction(job, text, line->number);
    if ((EAT(rest, "Retrieving package ") || EAT(rest, "Retrieving: ")) &&
        nevra(rest, &name, &version))
        manager_note(job, PACKAGE_DOWNLOADED, name, version, line->number);
    else if (EAT(rest, "Installation of ") && nevra(rest, &name, &version))
        manager_note(job, PACKAGE_FAILED, name, version, line->number);
    else
        return quoted(job, text, line->number);
    return true;
}

const struct manager zypper_manager = {.name = "zypper", .marks = marks, .line = zypper_line};
