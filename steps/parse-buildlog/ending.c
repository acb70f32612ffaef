/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ending.h"

#include <string.h>

#include "probable.h"

/* Of the log's last lines so many are looked at: traces and lists may be long. */
#define ENDING_LINES 512
/* After an error so many lines of other work may follow, or it was none: by how sure it is that it ended all. */
enum { PLAIN_AFTER_ANY = 0, PLAIN_AFTER_TOOL = 6, PLAIN_AFTER_WRAPPER = 20 };

enum ending {
    ENDING_NONE,    /* blank, noise, or more of the line before it */
    ENDING_PLAIN,   /* work that went on */
    ENDING_ERROR,   /* as anything may print it */
    ENDING_TOOL,    /* as a tool prints it */
    ENDING_WRAPPER, /* a tool's word that it failed */
    ENDING_DONE,    /* or that it is done */
};

/* More of an error's text, a trace, or code that it shows. */
static bool is_continuation(struct span text)
{
    static const char *const starts[] = {"note:",   "hint:", "help:", "See ",  "More ",
                                         "Please ", "info ", "Hint:", "Note:", NULL};

    if (text.len == 0 || (signed char)text.data[0] < 0 ||
        strchr(" \t|^~+-=*#>\"'{}[]().", text.data[0]))
        return true;
    for (const char *const *start = starts; *start; start++) {
        if (span_starts_with(text, *start))
            return true;
    }
    /* "8 | code" */
    while (text.len && text.data[0] >= '0' && text.data[0] <= '9')
        text = span_skip(text, 1);
    return span_starts_with(text, " | ");
}

/*
 * What tools end with when all went well, beside the marks of tools.c: their words, from the tools
 * themselves.  None of them is said after a failure.
 */
static const char *const success_words[] = {"100% tests passed",
                                            "Result: PASS",
                                            "0 failures, 0 errors",
                                            " examples, 0 failures",
                                            "test result: ok.",
                                            "OK (",
                                            "congratulations :)",
                                            " was successful.",
                                            "All tests passed",
                                            "No broken requirements found",
                                            "Audited ",
                                            "All dependencies are now up-to-date",
                                            "No dependencies to install",
                                            "Installing the current project:",
                                            "found 0 vulnerabilities",
                                            "success Saved lockfile",
                                            "Already up to date",
                                            "Already up-to-date",
                                            "✓ built in ",
                                            "compiled successfully",
                                            "Compiled successfully",
                                            "created dist",
                                            "no test files",
                                            " gems installed",
                                            " gem installed",
                                            "Nothing to install, update or remove",
                                            "No security vulnerability advisories",
                                            "is already the newest version",
                                            "0 newly installed",
                                            "[100%] Built target ",
                                            "Nothing to be done for ",
                                            "ninja: no work to do",
                                            "is up to date",
                                            "All checks passed",
                                            "All done!",
                                            "files left unchanged",
                                            "no issues found",
                                            "* DONE (",
                                            " distributions installed",
                                            " distribution installed",
                                            "To activate this environment",
                                            "already installed.",
                                            " 0 Error(s)",
                                            "[success] Total time",
                                            "failed=0 ",
                                            "All requested packages",
                                            NULL};

/* A tally of tests; where some failed it says so, too. */
static const char *const tally_words[] = {" passed, ",  " passed in ",  " passed (",
                                          " passing (", "tests passed", NULL};

static bool is_success(struct span text)
{
    struct span bare = span_trim(text);

    if (span_equal_string(bare, "PASS") || span_equal_string(bare, "OK") ||
        span_starts_with(text, "ok  \t") || span_ends_with(bare, "(ignored)") ||
        probable_has(text, success_words))
        return true;
    return probable_has(text, tally_words) && !span_contains(text, "fail") &&
           !span_contains(text, " error") && probable_strength(text) == 0;
}

/* What any program may print, and go on. */
static bool is_of_anything(const struct rule *rule)
{
    static const char *const families[] = {"shell.",   "net.",         "fs.",   "system.", "cli.",
                                           "archive.", "interactive.", "user.", "source.", NULL};

    for (const char *const *family = families; rule->rank == RANK_ROOT && *family; family++) {
        if (span_starts_with(span_string(rule->id), *family))
            return true;
    }
    return rule->generic;
}

static enum ending ending_of_hits(const struct analysis *a, size_t count)
{
    enum ending ending = ENDING_ERROR;

    for (size_t i = 0; i < count; i++) {
        const struct rule *rule = a->hits[i];

        if (rule->rank == RANK_NOISE)
            return ENDING_NONE;
        if (rule->rank == RANK_WRAPPER)
            ending = ENDING_WRAPPER;
        else if (ending == ENDING_ERROR && !is_of_anything(rule))
            ending = ENDING_TOOL;
    }
    return ending;
}

static enum ending ending_of(const struct analysis *a, struct log_line line)
{
    struct prefixes prefixes;
    const struct tool_mark *mark;
    size_t count;

    prefixes = a->prefixes;
    prefixes_split(&prefixes, &line);
    mark = tools_find_mark(line.text);
    if ((mark && mark->done) || is_success(line.text))
        return ENDING_DONE;
    count = rules_find(a->rules, line.text, a->hits);
    if (count)
        return ending_of_hits(a, count);
    if (probable_strength(line.text) == 2)
        return ENDING_ERROR;
    return probable_strength(line.text) || is_continuation(line.text) ? ENDING_NONE : ENDING_PLAIN;
}

enum outcome ending_outcome(const struct analysis *a)
{
    const struct window *window = log_reader_window(a->reader);
    struct log_line line;
    int plain = 0;

    for (bool more = window_last(window, &line);
         more && a->lines - line.number < ENDING_LINES && plain <= PLAIN_AFTER_WRAPPER;
         more = window_before(window, &line, &line)) {
        switch (ending_of(a, line)) {
        case ENDING_WRAPPER:
            return OUTCOME_FAILED;
        case ENDING_TOOL:
            if (plain <= PLAIN_AFTER_TOOL)
                return OUTCOME_FAILED;
            break;
        case ENDING_ERROR:
            if (plain <= PLAIN_AFTER_ANY)
                return OUTCOME_FAILED;
            break;
        case ENDING_DONE:
            return OUTCOME_SUCCEEDED;
        case ENDING_PLAIN:
            plain++;
            break;
        case ENDING_NONE:
            break;
        }
    }
    return OUTCOME_UNKNOWN;
}
