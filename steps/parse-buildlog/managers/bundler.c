/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bundler 1 and 2.  "Installing rake 13.0.6" comes before it is done, and several
 * are done at once; that the bundle is complete proves them all.  The lines have
 * nothing that is rare, so all are wanted from the first of its own to the last.
 */
#include "manager.h"

#include "names.h"
#include "prefix.h"

static const char *const marks[] = {"Fetching gem metadata from ",
                                    "Fetching source index from ",
                                    "Using bundler ",
                                    " with native extensions",
                                    "  Bundler: ",
                                    "Bundle complete!",
                                    "Bundle updated!",
                                    "Your bundle is ",
                                    "Bundled gems are installed into ",
                                    "and Bundler cannot continue",
                                    NULL};

/* Lines of others between two of its own: what a hook prints. */
#define MOST_OTHER_LINES 64

struct bundler {
    bool running;
    unsigned others; /* lines that were not its own, since the last one that was */
};

/* "Installing NAME VERSION (was OLD) with native extensions" */
static bool gem_named(struct manager_job *job, struct span text, uint64_t line)
{
    struct span verb = next_word(&text);
    struct span name = next_word(&text);
    struct span version = next_word(&text);

    if (!is_name(name, "-_.") || !is_version(version) || !is_name(version, "-_."))
        return false;
    if (span_equal_string(verb, "Installing"))
        manager_announce(job, name, version, line);
    else if (span_equal_string(verb, "Fetching"))
        manager_note(job, PACKAGE_DOWNLOADED, name, version, line);
    else if (span_equal_string(verb, "Using"))
        manager_note(job, PACKAGE_SATISFIED, name, version, line);
    else
        return false;
    return true;
}

/* "An error occurred while installing NAME (VERSION), and Bundler cannot continue." */
static bool failure(struct manager_job *job, struct span text, uint64_t line)
{
    struct span name;
    struct span version;
    struct span rest;

    if (!span_contains(text, "and Bundler cannot continue"))
        return false;
    if (EAT(text, "An error occurred while installing ") &&
        split_parenthesis(text, &name, &version, &rest) && is_name(name, "-_."))
        manager_note(job, PACKAGE_FAILED, name, version, line);
    manager_settle(job, false);
    return true;
}

static bool success(struct manager_job *job, struct span text)
{
    if (!STARTS(text, "Bundle complete!") && !STARTS(text, "Bundle updated!") &&
        !STARTS(text, "Bundled gems are installed into ") &&
        !STARTS(text, "Your bundle is complete") && !STARTS(text, "Your bundle is updated"))
        return false;
    manager_settle(job, true);
    return true;
}

/* Its first line; where a log is cut off before it, one that nobody else prints. */
static bool begins(struct span text)
{
    return STARTS(text, "Fetching gem metadata from ") ||
           STARTS(text, "Fetching source index from ") || STARTS(text, "Using bundler ") ||
           (STARTS(text, "Installing ") && span_ends_with(text, " with native extensions"));
}

static bool bundler_line(struct manager_job *job, const struct log_line *line)
{
    struct bundler *bundler = job->state;
    struct span text = span_trim(line->text);
    bool of_jekyll = EAT(text, "Bundler: "); /* jekyll new shows it so */

    if (success(job, text) || failure(job, text, line->number)) {
        bundler->running = false;
        return true;
    }
    if (of_jekyll || begins(text)) {
        bundler->running = true;
        bundler->others = 0;
    }
    if (!bundler->running)
        return false;
    bundler->others = gem_named(job, text, line->number) ? 0 : bundler->others + 1;
    bundler->running = bundler->others < MOST_OTHER_LINES;
    job->follow = bundler->running;
    return bundler->others == 0;
}

const struct manager bundler_manager = {.name = "bundler",
                                        .marks = marks,
                                        .many_versions = true,
                                        .state_size = sizeof(struct bundler),
                                        .line = bundler_line};
