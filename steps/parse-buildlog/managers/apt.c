/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * apt, and dpkg under it.  "Setting up x (1)" begins the last thing that is done
 * for x: it is installed, unless dpkg says at once that it could not be.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {
    "Get:1",
    "Get:2",
    "Get:3",
    "Get:4",
    "Get:5",
    "Get:6",
    "Get:7",
    "Get:8",
    "Get:9",
    "Err:1",
    "Err:2",
    "Err:3",
    "Err:4",
    "Err:5",
    "Err:6",
    "Err:7",
    "Err:8",
    "Err:9",
    "Ign:1",
    "Ign:2",
    "Ign:3",
    "Ign:4",
    "Ign:5",
    "Ign:6",
    "Ign:7",
    "Ign:8",
    "Ign:9",
    ") ...", /* dpkg unpacks, sets up or removes: "Setting up x (1) ..." */
    " is already the newest version",
    "Unable to locate package ",
    " has no installation candidate",
    "dpkg: error processing ",
    "W: Failed to fetch ",
    "E: Failed to fetch ",
    NULL,
};

/* What could not be fetched, so far. */
struct apt {
    struct recovery trouble;
};

/* NAME[:ARCH], as dpkg calls a package. */
static struct span deb_name(struct span word)
{
    struct span name = span_head(word, span_find_byte(word, ':'));

    return is_name(name, "-+.") ? name : span_of(NULL, 0);
}

/*
 * "Get:1 URL SUITE ARCH NAME ARCH VERSION [SIZE]", with one blank between two words; of lists, which have fewer,
 * nothing is told.
 */
static bool fetched(struct manager_job *job, struct span text, uint64_t line)
{
    struct span words[7];
    struct package *package;

    if (!STARTS(text, "Get:"))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!span_split(&text, ' ', &words[i]))
            return true;
    }
    if (!EAT(text, "["))
        return true;
    package = manager_note(job, PACKAGE_DOWNLOADED, deb_name(words[4]), words[6], line);
    if (package) {
        manager_keep(job, &package->index, words[1]);
        manager_keep(job, &package->size, span_head(text, span_find_byte(text, ']')));
    }
    return true;
}

static void installed(struct manager_job *job, struct span name, struct span version, uint64_t line)
{
    const struct package *before = manager_find(job, name, version);
    struct apt *apt = job->state;

    if (before && before->action == PACKAGE_FAILED)
        job->recovery = (struct recovery){before->line, before->line};
    else if (apt->trouble.last)
        job->recovery = apt->trouble;
    apt->trouble = (struct recovery){0};
    manager_note(job, PACKAGE_INSTALLED, name, version, line);
}

/* "NAME (VERSION) ...", and "NAME (VERSION) over (OLDER) ..." */
static bool dpkg_line(struct manager_job *job, struct span text, uint64_t line)
{
    bool unpacking = EAT(text, "Unpacking ");
    bool setting_up = !unpacking && EAT(text, "Setting up ");
    struct span name;
    struct span version;
    struct span rest;

    if (!unpacking && !setting_up && !EAT(text, "Removing "))
        return false;
    if (!split_parenthesis(text, &name, &version, &rest) || !span_ends_with(rest, "..."))
        return false;
    name = deb_name(name);
    rest = span_trim(rest);
    if (unpacking && EAT(rest, "over ("))
        manager_replaced(job, name, span_head(rest, span_find_byte(rest, ')')));
    if (setting_up && name.len)
        installed(job, name, version, line);
    else
        manager_note(job, unpacking ? PACKAGE_DOWNLOADED : PACKAGE_REMOVED, name, version, line);
    return true;
}

/* "NAME is already the newest version (VERSION)." */
static bool newest(struct manager_job *job, struct span text, uint64_t line)
{
    size_t at = span_find(text, " is already the newest version");
    struct span version = span_skip(text, span_find_byte(text, '(') + 1);

    if (at == text.len)
        return false;
    version = span_head(version, span_find_byte(version, ')'));
    manager_note(job, PACKAGE_SATISFIED, deb_name(span_head(text, at)), version, line);
    return true;
}

/* dpkg's own word of a package takes back that it was set up. */
static void dpkg_failed(struct manager_job *job, struct span name, uint64_t line)
{
    struct package *package = manager_find(job, name, span_of(NULL, 0));

    if (package && package->action == PACKAGE_INSTALLED) {
        package->action = PACKAGE_FAILED;
        package->line = line;
    } else {
        manager_note(job, PACKAGE_FAILED, name, span_of(NULL, 0), line);
    }
}

/* "package NAME (--configure):", "archive PATH/01-NAME_VERSION_ARCH.deb (--unpack):" */
static void dpkg_error(struct manager_job *job, struct span text, uint64_t line)
{
    size_t digits = 0;

    if (EAT(text, "package ")) {
        dpkg_failed(job, deb_name(next_word(&text)), line);
    } else if (EAT(text, "archive ")) {
        text = next_word(&text);
        text = span_skip(text, span_find_last_byte(text, '/') + 1);
        while (digits < text.len && text.data[digits] >= '0' && text.data[digits] <= '9')
            digits++;
        if (digits && digits < text.len && text.data[digits] == '-')
            text = span_skip(text, digits + 1);
        dpkg_failed(job, deb_name(span_head(text, span_find_byte(text, '_'))), line);
    }
}

static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    if (EAT(text, "E: Unable to locate package "))
        manager_note(job, PACKAGE_FAILED, deb_name(text), span_of(NULL, 0), line);
    else if (EAT(text, "E: Package '"))
        manager_note(job, PACKAGE_FAILED, deb_name(span_head(text, span_find_byte(text, '\''))),
                     span_of(NULL, 0), line);
    else if (EAT(text, "dpkg: error processing "))
        dpkg_error(job, text, line);
    else
        return false;
    return true;
}

static bool trouble(struct apt *apt, struct span text, uint64_t line)
{
    if (!STARTS(text, "Err:") && !STARTS(text, "Ign:") && !STARTS(text, "W: Failed to fetch ") &&
        !STARTS(text, "E: Failed to fetch "))
        return false;
    if (!apt->trouble.first)
        apt->trouble.first = line;
    apt->trouble.last = line;
    return true;
}

static bool apt_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    return dpkg_line(job, text, line->number) || fetched(job, text, line->number) ||
           newest(job, text, line->number) || failure(job, text, line->number) ||
           trouble(job->state, text, line->number);
}

const struct manager apt_manager = {.name = "apt",
                                    .marks = marks,
                                    .state_size = sizeof(struct apt),
                                    .line = apt_line};
