/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probable.h"

#include <string.h>

/* Of the log's last lines these are looked at. */
#define RECENT_LINES 128
/* How far from the log's end an error may stand to be its last word. */
#define END_ERROR_LINES 25

static bool has_any(struct span text, const char *const *list)
{
    for (; *list; list++) {
        if (span_contains(text, *list))
            return true;
    }
    return false;
}

/* Words of errors in what is none: warnings, tallies, checks, names of flags and files. */
static bool is_harmless(struct span text)
{
    static const char *const harmless[] = {"warning:",   "Warning:",    "WARNING",     "WARN",
                                           "npm warn",   "DEPRECATION", " 0 error",    "0 failed",
                                           "0 failures", "no errors",   "-Werror",     "checking ",
                                           "debconf:",   "Could NOT f", "Performing ", "error.o",
                                           "errors.o",   "Errors: 0",   "error.c ",    "PASS",
                                           " passed",    NULL};

    return has_any(text, harmless);
}

/* 2: a tool's own form of an error; 1: words of one; 0: neither. */
static int error_strength(struct span text)
{
    static const char *const strong[] = {
        "error:",     "ERROR",  "Error:", "fatal:", "FATAL",        "npm ERR!", "npm error",
        "Exception:", "panic:", "*** [",  "rror[E", "Exception in", "ERR_",     NULL};
    static const char *const weak[] = {"failed",      "Failed",    "FAILED",   "not found",
                                       "denied",      "cannot ",   "Cannot ",  "can't ",
                                       "Can't ",      "unable to", "Unable",   "No such",
                                       "undefined",   "missing",   "invalid",  "Invalid",
                                       "Killed",      "abort",     "Abort",    "refused",
                                       "timeout",     "timed out", "required", "rror ",
                                       "out of date", NULL};

    if (is_harmless(text))
        return 0;
    if (has_any(text, strong) || span_starts_with(text, "E: "))
        return 2;
    return has_any(text, weak) ? 1 : 0;
}

/* How probable it is that a line tells the cause, where no rule knows. */
static int probability(const struct log_line *line)
{
    if (span_trim(line->text).len == 0)
        return 0;
    return 1 + 2 * error_strength(line->text) + (line->red ? 1 : 0);
}

static bool is_step_header(const struct steps *steps, uint64_t number)
{
    for (size_t i = steps->count; i > 0 && steps->items[i - 1].first_line >= number; i--) {
        if (steps->items[i - 1].first_line == number && !steps->items[i - 1].inner)
            return true;
    }
    return false;
}

/* No cause: noise, a wrapper, or the builder's own line. */
static bool is_quiet(const struct analysis *a, const struct log_line *line)
{
    size_t count = rules_find(a->rules, line->text, a->hits);
    enum rule_rank best = RANK_NOISE;

    for (size_t i = 0; i < count; i++) {
        if (a->hits[i]->rank == RANK_NOISE)
            return true;
        best = a->hits[i]->rank > best ? a->hits[i]->rank : best;
    }
    return best == RANK_WRAPPER || is_step_header(&a->steps, line->number);
}

/* Where the step that runs began; lines before it succeeded. */
static uint64_t first_line_of_step(const struct steps *steps)
{
    size_t step = steps->outer != NO_STEP ? steps->outer : steps_current(steps);

    return step == NO_STEP ? 0 : steps->items[step].first_line;
}

bool probable_line(const struct analysis *a, int least, struct log_line *ret)
{
    const struct window *window = log_reader_window(a->reader);
    uint64_t first = first_line_of_step(&a->steps);
    struct log_line line;
    int best = least;

    for (bool more = window_last(window, &line);
         more && line.number >= first && a->lines - line.number < RECENT_LINES;
         more = window_before(window, &line, &line)) {
        int p = probability(&line);

        if (p > best && !is_quiet(a, &line)) {
            best = p;
            *ret = line;
        }
    }
    return best > least;
}

/* How many of the latest lines, from the log's end back to this one, are errors. */
static size_t count_errors(const struct analysis *a, uint64_t most, uint64_t after)
{
    const struct window *window = log_reader_window(a->reader);
    struct log_line line;
    size_t count = 0;

    for (bool more = window_last(window, &line);
         more && line.number > after && a->lines - line.number < most;
         more = window_before(window, &line, &line))
        count += error_strength(line.text) == 2 && !is_quiet(a, &line);
    return count;
}

bool probable_error_at_end(const struct analysis *a)
{
    return count_errors(a, END_ERROR_LINES, a->candidates.done_line) > 0;
}

size_t probable_errors_after(const struct analysis *a, uint64_t line)
{
    return count_errors(a, RECENT_LINES, line);
}
