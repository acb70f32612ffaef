/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pnpm lists what was asked for when it is done; what that needs it only counts.
 *
 *     dependencies:
 *     + express 4.17.1 (5.1.0 is available)
 *     - request 2.88.2
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"ependencies:", "GET https://", "ERR_PNPM_NO_MATCHING_VERSION",
                                    NULL};

#define MORE "-_.@/~"

static bool begins_list(struct span text)
{
    static const char *const headers[] = {"dependencies:", "devDependencies:",
                                          "optionalDependencies:", "peerDependencies:", NULL};

    for (const char *const *header = headers; *header; header++) {
        if (span_equal_string(text, *header))
            return true;
    }
    return false;
}

static bool list_line(struct manager_job *job, struct span text, uint64_t line)
{
    enum package_action action = STARTS(text, "- ") ? PACKAGE_REMOVED : PACKAGE_INSTALLED;
    struct span name;
    struct span version;

    if (!EAT(text, "+ ") && !EAT(text, "- "))
        return false;
    name = next_word(&text);
    version = next_word(&text);
    if (!is_name(name, MORE) || !is_version(version))
        return false;
    manager_note(job, action, name, version, line);
    return true;
}

/* "... GET https://registry.npmjs.org/NAME: Not Found - 404", "No matching version found for NAME@9" */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    size_t url = span_find(text, "GET https://");
    size_t wanted = span_find(text, "No matching version found for ");
    struct span name;
    struct span version;

    if (STARTS(text, "ERR_PNPM_") || span_contains(text, " ERR_PNPM_")) {
        if (wanted < text.len) {
            text = span_skip(text, wanted + sizeof "No matching version found for " - 1);
            if (!split_at(next_word(&text), &name, &version))
                return false;
        } else if (url < text.len && span_contains(text, "Not Found - 404")) {
            text = span_skip(text, url + sizeof "GET https://" - 1);
            text = span_skip(text, span_find_byte(text, '/') + 1);
            name = span_head(text, span_find_byte(text, ':'));
        } else {
            return false;
        }
        if (is_name(name, MORE))
            manager_note(job, PACKAGE_FAILED, name, span_of(NULL, 0), line);
        return true;
    }
    return false;
}

static bool pnpm_line(struct manager_job *job, const struct log_line *line)
{
    struct span text = span_trim(line->text);

    job->follow = begins_list(text) || list_line(job, text, line->number);
    return job->follow || failure(job, text, line->number);
}

const struct manager pnpm_manager = {.name = "pnpm",
                                     .marks = marks,
                                     .many_versions = true,
                                     .line = pnpm_line};
