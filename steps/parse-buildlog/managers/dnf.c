/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dnf 4 and 5, yum, microdnf and tdnf.
 *
 * Before the transaction they print a table of what it will do, in sections
 * ("Installing:", "Upgrading:"), a row a package; at its end "Complete!", and all
 * but dnf 5, microdnf and tdnf a list of what was done, in sections too
 * ("Installed:", "Dependency Installed:"), one or more packages a line.  Rows and
 * what is said during the transaction announce, "Complete!" settles; the lists
 * are proof by themselves.  Progress lines cut long names: one without an
 * architecture at its end is not believed.
 */
#include "manager.h"

#include <string.h>

#include "limits.h"
#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"Installing:",
                                    "Installing dependencies:",
                                    "Installing weak dependencies:",
                                    "Installing for dependencies:",
                                    "Installing group",
                                    "Upgrading:",
                                    "Updating:",
                                    "Updating for dependencies:",
                                    "Downgrading:",
                                    "Reinstalling:",
                                    "Installed:",
                                    "Dependency Installed:",
                                    "Upgraded:",
                                    "Updated:",
                                    "Dependency Updated:",
                                    "Downgraded:",
                                    "Reinstalled:",
                                    "Removed:",
                                    "Dependency Removed:",
                                    "Erased:",
                                    "Failed:",
                                    "Installing  ",
                                    "Upgrading  ",
                                    "Updating  ",
                                    "Downgrading  ",
                                    "Reinstalling  ",
                                    "Cleanup  ",
                                    "Operation aborted",
                                    "Installing : ",
                                    "Updating : ",
                                    "Upgrading : ",
                                    "Installing/Updating: ",
                                    "] Installing ",
                                    "] Upgrading ",
                                    "] Downgrading ",
                                    "] Reinstalling ",
                                    "] Removing ",
                                    "---> Package ",
                                    "Loaded plugins: ",
                                    "Dependencies resolved.",
                                    "Complete!",
                                    "Complete.",
                                    "already installed",
                                    "No match for argument: ",
                                    "No package ",
                                    "Transaction failed",
                                    "will only download packages",
                                    "Error: ",
                                    NULL};

/* What the lines that follow are. */
enum section { SECTION_NONE, SECTION_ROWS, SECTION_LIST };

struct dnf {
    enum section section;
    enum package_action action; /* of the list */
    bool download_only;         /* "Complete!" does not mean that anything was installed */
    size_t name_len;            /* of a name whose rest is on the next line */
    char name[LIMIT_PACKAGE_NAME];
};

/* "0:" is no epoch. */
static struct span without_zero_epoch(struct span version)
{
    return STARTS(version, "0:") ? span_skip(version, 2) : version;
}

/* NEVRA with its architecture. */
static bool full_nevra(struct span word, struct span *ret_name, struct span *ret_version)
{
    size_t dot = span_find_last_byte(word, '.');

    if (!is_rpm_arch(span_skip(word, dot + 1)) || !split_nevra(word, ret_name, ret_version))
        return false;
    *ret_version = without_zero_epoch(*ret_version);
    return is_version(*ret_version);
}

/* NAME.ARCH */
static bool split_arch(struct span word, struct span *ret_name)
{
    size_t dot = span_find_last_byte(word, '.');

    *ret_name = span_head(word, dot);
    return is_rpm_arch(span_skip(word, dot + 1)) && is_name(*ret_name, "-_.+");
}

static void hold_name(struct dnf *dnf, struct span name)
{
    dnf->name_len = name.len <= sizeof dnf->name ? name.len : 0;
    memcpy(dnf->name, name.data, dnf->name_len);
}

/* ---- sections ---- */

static bool begins_rows(struct span text)
{
    static const char *const headers[] = {"Installing:",
                                          "Installing dependencies:",
                                          "Installing weak dependencies:",
                                          "Upgrading:",
                                          "Updating:",
                                          "Installing for dependencies:",
                                          "Updating for dependencies:",
                                          "Downgrading:",
                                          "Reinstalling:",
                                          NULL};

    if (!span_ends_with(text, ":"))
        return false;
    for (const char *const *header = headers; *header; header++) {
        if (span_equal_string(text, *header))
            return true;
    }
    return STARTS(text, "Installing group") && span_ends_with(text, "packages:");
}

static bool begins_list(struct span text, enum package_action *ret_action)
{
    static const char *const installed[] = {
        "Installed:",          "Dependency Installed:", "Upgraded:",    "Updated:",
        "Dependency Updated:", "Downgraded:",           "Reinstalled:", NULL};
    static const char *const removed[] = {"Removed:", "Dependency Removed:", "Erased:", NULL};

    if (!span_ends_with(text, ":"))
        return false;
    *ret_action = PACKAGE_INSTALLED;
    for (const char *const *header = installed; *header; header++) {
        if (span_equal_string(text, *header))
            return true;
    }
    *ret_action = PACKAGE_REMOVED;
    for (const char *const *header = removed; *header; header++) {
        if (span_equal_string(text, *header))
            return true;
    }
    *ret_action = PACKAGE_FAILED;
    return span_equal_string(text, "Failed:");
}

/* "NAME ARCH VERSION REPOSITORY SIZE"; of a long name the rest is on the next line. microdnf: "NEVRA REPOSITORY SIZE". */
static bool row(struct manager_job *job, struct span text, uint64_t line)
{
    struct dnf *dnf = job->state;
    struct span words[3];
    struct span name;
    struct span version;
    struct package *package;

    words[0] = next_word(&text);
    words[1] = next_word(&text);
    if (span_equal_string(words[0], "replacing"))
        return true;
    if (words[1].len == 0 && is_name(words[0], "-_.+")) {
        hold_name(dnf, words[0]);
        return true;
    }
    if (full_nevra(words[0], &name, &version)) {
        job->name = "microdnf";
        words[2] = words[1];
    } else if (is_rpm_arch(words[0]) && dnf->name_len) {
        name = span_of(dnf->name, dnf->name_len);
        version = without_zero_epoch(words[1]);
        words[2] = next_word(&text);
    } else if (is_rpm_arch(words[1]) && is_name(words[0], "-_.+")) {
        name = words[0];
        version = without_zero_epoch(next_word(&text));
        words[2] = next_word(&text);
    } else {
        return false;
    }
    package = is_version(version) ? manager_announce(job, name, version, line) : NULL;
    dnf->name_len = 0;
    if (package) {
        manager_keep(job, &package->index, words[2]);
        manager_keep(job, &package->size, text);
    }
    return package != NULL;
}

/* Items of one line: "NEVRA NEVRA", or "NAME.ARCH VERSION NAME.ARCH VERSION". */
static bool list(struct manager_job *job, struct span text, uint64_t line)
{
    struct dnf *dnf = job->state;
    struct span name;
    struct span version;

    if (text.len == 0)
        return false;
    while (text.len) {
        struct span word = next_word(&text);

        if (dnf->name_len && is_version(word)) {
            manager_note(job, dnf->action, span_of(dnf->name, dnf->name_len),
                         without_zero_epoch(word), line);
            dnf->name_len = 0;
        } else if (full_nevra(word, &name, &version)) {
            manager_note(job, dnf->action, name, version, line);
        } else if (split_arch(word, &name)) {
            hold_name(dnf, name);
        } else {
            return false;
        }
    }
    return true;
}

static bool section_line(struct manager_job *job, struct span text, uint64_t line)
{
    struct dnf *dnf = job->state;
    enum section section = SECTION_NONE;
    enum package_action action;

    if (begins_rows(text)) {
        section = SECTION_ROWS;
    } else if (begins_list(text, &action)) {
        section = SECTION_LIST;
        dnf->action = action;
    } else if ((dnf->section == SECTION_ROWS && row(job, text, line)) ||
               (dnf->section == SECTION_LIST && list(job, text, line))) {
        job->follow = true;
        return true;
    }
    dnf->section = section;
    dnf->name_len = 0;
    job->follow = section != SECTION_NONE;
    return job->follow;
}

/* ---- the transaction ---- */

/* microdnf: "Installing: jq;1.6-15.el9;x86_64;repository" */
static bool microdnf(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;

    if (!EAT(text, "Installing: ") && !EAT(text, "Updating: ") && !EAT(text, "Reinstalling: "))
        return false;
    if (!span_split(&text, ';', &name) || !span_split(&text, ';', &version) || text.len == 0)
        return false;
    job->name = "microdnf";
    return manager_announce(job, span_trim(name), version, line) != NULL;
}

/* "Installing : NEVRA 1/2", "[3/4] Installing NEVRA 100% | ...", "Installing/Updating: NEVRA" */
static bool progress(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;
    struct span verb;

    if (text.len && text.data[0] == '[')
        text = span_trim(span_skip(text, span_find_byte(text, ']') + 1));
    verb = next_word(&text);
    if (span_equal_string(verb, "Installing/Updating:"))
        job->name = "tdnf";
    if (EAT(text, ":"))
        text = span_trim(text);
    if (!full_nevra(next_word(&text), &name, &version))
        return false;
    if (span_equal_string(verb, "Removing"))
        manager_note(job, PACKAGE_REMOVED, name, version, line);
    else if (span_equal_string(verb, "Cleanup"))
        manager_replaced(job, name, version);
    else if (STARTS(verb, "Installing") || STARTS(verb, "Up") || STARTS(verb, "Downgrading") ||
             STARTS(verb, "Reinstalling"))
        manager_announce(job, name, version, line);
    else
        return false;
    return true;
}

/* "Package NEVRA is already installed.", "Package NEVRA already installed and latest version" */
static bool satisfied(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;

    if (!EAT(text, "Package ") || !full_nevra(next_word(&text), &name, &version))
        return false;
    manager_note(job, PACKAGE_SATISFIED, name, version, line);
    return true;
}

/* "No match for argument: X", "No package X available." */
static bool missing(struct manager_job *job, struct span text, uint64_t line)
{
    if (EAT(text, "No package ")) {
        struct span name = next_word(&text);

        if (!STARTS(text, "available"))
            return false;
        text = name;
    } else if (!EAT(text, "No match for argument: ")) {
        return false;
    }
    if (is_name(text, "-_.+"))
        manager_note(job, PACKAGE_FAILED, text, span_of(NULL, 0), line);
    return true;
}

static bool dnf_line(struct manager_job *job, const struct log_line *line)
{
    struct dnf *dnf = job->state;
    struct span text = span_trim(line->text);

    if (section_line(job, text, line->number))
        return true;
    if (STARTS(text, "Loaded plugins: ") || STARTS(text, "---> Package ")) {
        job->name = "yum";
    } else if (span_equal_string(text, "Complete!") || span_equal_string(text, "Complete.")) {
        manager_settle(job, !dnf->download_only);
        dnf->download_only = false;
    } else if (span_contains(text, "will only download packages")) {
        dnf->download_only = true;
    } else if (STARTS(text, "Error: ") || STARTS(text, "Dependencies resolved.") ||
               STARTS(text, "Transaction failed") || STARTS(text, "Operation aborted")) {
        manager_settle(job, false);
        return false;
    } else {
        return microdnf(job, text, line->number) || progress(job, text, line->number) ||
               satisfied(job, text, line->number) || missing(job, text, line->number);
    }
    return true;
}

const struct manager dnf_manager = {.name = "dnf",
                                    .marks = marks,
                                    .state_size = sizeof(struct dnf),
                                    .line = dnf_line};
