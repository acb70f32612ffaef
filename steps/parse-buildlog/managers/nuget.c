/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NuGet, alone and under dotnet restore and dotnet add package. */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {" with content hash ",
                                    "  Installing ",
                                    "info : Installing ",
                                    "Restore completed in ",
                                    "Restored ",
                                    "PackageReference for package '",
                                    "Successfully installed '",
                                    "Unable to find package ",
                                    NULL};

#define MORE "-_."

static bool named(struct manager_job *job, enum package_action action, struct span name,
                  struct span version, uint64_t line)
{
    if (!is_name(name, MORE) || !is_version(version) || !is_name(version, "-.+"))
        return false;
    manager_note(job, action, name, version, line);
    return true;
}

/* "Installed NAME VERSION from URL with content hash X.", "Installing NAME VERSION." */
static bool restore(struct manager_job *job, struct span text, uint64_t line)
{
    bool done = EAT(text, "Installed ");
    struct span name;
    struct span version;

    if (!done && !EAT(text, "Installing "))
        return false;
    name = next_word(&text);
    version = next_word(&text);
    if (done)
        return STARTS(text, "from ") && named(job, PACKAGE_INSTALLED, name, version, line);
    if (text.len || !span_ends_with(version, "."))
        return false;
    version.len--;
    if (!named(job, PACKAGE_COLLECTED, name, version, line))
        return false;
    manager_announce(job, name, version, line);
    return true;
}

/* "PackageReference for package 'NAME' version 'VERSION' added to file ...", "Successfully installed 'NAME VERSION' to ..." */
static bool added(struct manager_job *job, struct span text, uint64_t line)
{
    bool reference = EAT(text, "PackageReference for package '");
    struct span name;
    struct span version;

    if (!reference && !EAT(text, "Successfully installed '"))
        return false;
    name = span_head(text, span_find(text, reference ? "' version '" : " "));
    text = span_skip(text, name.len + (reference ? sizeof "' version '" - 1 : 1));
    version = span_head(text, span_find_byte(text, '\''));
    if (!span_contains(text, " to "))
        return false;
    return named(job, PACKAGE_INSTALLED, name, version, line);
}

/* "error NU1101: Unable to find package NAME. No packages exist with this id ..." */
static bool missing(struct manager_job *job, struct span text, uint64_t line)
{
    size_t at = span_find(text, "Unable to find package ");

    if (at == text.len || !span_contains(text, "NU1"))
        return false;
    text = span_skip(text, at + sizeof "Unable to find package " - 1);
    text = next_word(&text);
    if (span_ends_with(text, "."))
        text.len--;
    if (is_name(text, MORE))
        manager_note(job, PACKAGE_FAILED, text, span_of(NULL, 0), line);
    return true;
}

static bool nuget_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    if (EAT(text, "info :") || EAT(text, "log  :"))
        text = span_trim(text);
    if (STARTS(text, "Restore completed in ") || STARTS(text, "Restored ")) {
        manager_settle(job, true);
        return true;
    }
    return restore(job, text, line->number) || added(job, text, line->number) ||
           missing(job, text, line->number);
}

const struct manager nuget_manager = {.name = "nuget",
                                      .marks = marks,
                                      .names = NAMES_NOCASE,
                                      .many_versions = true,
                                      .line = nuget_line};
