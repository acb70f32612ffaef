/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "telling.h"

#include <string.h>

#include "final.h"
#include "more.h"
#include "neighbours.h"
#include "probable.h"
#include "tally.h"
#include "trace.h"
#include "wording.h"
#include "words.h"

/* A value that is printed in lines of its own has no more. */
#define VALUE_LINES 8

/* ---- rules ---- */

/* What any program may print, and go on. */
static bool is_of_anything(const struct rule *rule)
{
    static const char *const families[] = {"shell.",   "net.",         "fs.",   "system.", "cli.",
                                           "archive.", "interactive.", "user.", "source.", NULL};

    return rule->rank == RANK_ROOT &&
           (rule->generic || wording_starts_with(span_string(rule->id), families));
}

static enum telling telling_of_rule(const struct rule *rule)
{
    if (rule->rank == RANK_WRAPPER)
        return rule->generic ? TELLS_NOTHING : TELLS_FAILED;
    return is_of_anything(rule) ? TELLS_ERROR : TELLS_FAILED;
}

/* The most that one of the rules tells that match; noise hides all, and is the first hit then. */
static enum telling telling_of_hits(const struct analysis *a, size_t count)
{
    enum telling most = TELLS_NOTHING;

    for (size_t i = 0; i < count; i++) {
        enum telling one = telling_of_rule(a->hits[i]);

        if (a->hits[i]->rank == RANK_NOISE) {
            a->hits[0] = a->hits[i];
            return TELLS_NOTHING;
        }
        most = one > most ? one : most;
    }
    return most;
}

/* "Error: ..." is also the word of programs that throw nothing; but npm would say more of one. */
static bool is_but_printed(const struct analysis *a, const struct log_line *line, struct span text)
{
    if (trace_stands_beside(a, line, text))
        return false;
    return !span_starts_with(text, "Error: ") ||
           wording_is_trace(neighbour_text(a, line, window_after, false)) ||
           wording_is_command(neighbour_text(a, line, window_before, false));
}

/* Usage, as any program prints it for any reason, or a thrown text that was but printed. */
static bool is_doubtful(const struct analysis *a, const struct log_line *line, struct span text)
{
    if (wording_is_exception(text))
        return is_but_printed(a, line, text);
    return probable_strength(text) < 2 && !wording_has_speaker(text) && a->hits[0] &&
           a->hits[0]->generic && span_starts_with(span_string(a->hits[0]->id), "cli.");
}

static enum telling telling_of_error(const struct analysis *a, struct span text)
{
    size_t count = rules_find(a->rules, text, a->hits);
    int strength = span_starts_with(text, "# ") ? 0 : probable_strength(text); /* a note of TAP */

    if (count)
        return telling_of_hits(a, count);
    a->hits[0] = NULL;
    if (wording_is_command(text) || wording_is_value(text))
        return TELLS_WORK;
    if (wording_is_statement(text) || probable_is_crossed(text))
        return TELLS_STATED;
    if (strength == 2 ||
        (strength == 1 && (wording_has_speaker(text) || wording_is_refusal(text))) ||
        wording_is_of_go(text) || wording_is_of_bash(text) || more_is_finding(text))
        return TELLS_ERROR;
    return strength == 1 ? TELLS_DOUBT : TELLS_WORK;
}

/* ---- all together ---- */

/* Of the marks of running tools some are of what is no beginning. */
static bool is_start(const struct tool_mark *mark, struct span text)
{
    return wording_is_start(text) ||
           (mark && !span_starts_with(text, "npm ") && !span_starts_with(text, "Traceback "));
}

/* "    ^~~~", or "~~~" as tsc draws it, shows a place in the line of code above it. */
static bool is_pointer(struct span text)
{
    text = span_trim(text);
    return (text.len > 0 && text.data[0] == '^' && (text.len == 1 || text.data[1] != ' ')) ||
           span_starts_with(text, "^ near here") || /* ninja's */
           (text.len > 0 && span_count_byte(text, '~') == text.len);
}

/* "  |  ^^^": of a frame, without a line of code. */
static bool is_bar(struct span text)
{
    text = span_trim(text);
    return span_starts_with(text, "|") || span_starts_with(text, "│");
}

/* "3 | code" with "  |  ^^^" at its side: a compiler shows what it is about. */
static bool is_shown_code(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span start = span_trim(text);

    return wording_digits(start) && is_bar(span_skip(start, wording_digits(start))) &&
           (is_bar(neighbour_text(a, line, window_after, true)) ||
            is_bar(neighbour_text(a, line, window_before, true)));
}

/* "12" under findings or a table of them: how many there were. */
static bool is_sum(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span above = neighbour_text(a, line, window_before, true);
    size_t digits = wording_digits(above);

    return wording_digits(text) == text.len &&
           (more_is_finding(above) || (digits > 0 && digits < above.len));
}

/* "rm a.c b.c" right below its error: GNU Make's own, of the intermediate files that it had made (manual, 10.4). */
static bool is_removed_by_make(const struct analysis *a, const struct log_line *line,
                               struct span text)
{
    struct span above = neighbour_text(a, line, window_before, false);

    return span_starts_with(text, "rm ") && !span_starts_with(text, "rm -") &&
           (span_starts_with(above, "make: *** [") || span_starts_with(above, "gmake: *** ["));
}

/* Of a line that tells no end of its own. */
static enum telling telling_of_work(const struct analysis *a, const struct log_line *line,
                                    struct span text, enum telling telling)
{
    if (is_removed_by_make(a, line, text))
        return TELLS_NOTHING;
    if (is_start(tools_find_mark(text), text))
        return TELLS_START;
    if (more_is_text(text) || is_sum(a, line, text) || trace_is_go_frame(a, line, text) ||
        is_pointer(neighbour_text(a, line, window_after, true)) ||
        span_contains(neighbour_text(a, line, window_after, true),
                      " [type=") || /* pydantic's field */
        more_goes_on(neighbour_text(a, line, window_before, true)) ||
        span_ends_with(span_trim(neighbour_text(a, line, window_before, false)), ":"))
        return TELLS_NOTHING;
    return telling;
}

/* The last of ninja's commands: where it fails, ninja says so above what it printed. */
static bool is_last_edge(struct span text)
{
    struct span done;

    if (!span_eat(&text, "["))
        return false;
    done = span_head(text, wording_digits(text));
    text = span_skip(text, done.len);
    return done.len > 0 && span_eat(&text, "/") &&
           span_equal(span_head(text, wording_digits(text)), done) &&
           span_starts_with(span_skip(text, done.len), "] ");
}

/* pytest's last line; a program that it tested may log as the interpreter ends. */
static bool is_logged_at_exit(struct span text, struct span above)
{
    return span_contains(above, " passed in ") && final_is_passed(above) &&
           probable_strength(text) == 2;
}

/* A value of a few lines, as tools of Ruby print it: "--- !ruby/object:Gem::Version". */
static bool is_of_value(const struct analysis *a, const struct log_line *line)
{
    struct log_line at = *line;
    struct span text;

    for (int i = 0; i < VALUE_LINES && neighbour_step(a, window_before, &at, &text); i++) {
        if (span_starts_with(text, "--- !"))
            return true;
    }
    return false;
}

/*
 * "error: ..." of whatever program, that no rule knows, and below which nothing explains it; "3 lines, 1 errors"
 * is said by one that came to its end.
 */
static bool is_bare_end(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span below = neighbour_text(a, line, window_after, false);

    if (a->hits[0])
        return false;
    if (more_is_count_of_errors(below) && span_contains(below, ", "))
        return wording_is_bare_error(text) || span_starts_with(text, "ERROR: ");
    return wording_is_bare_error(text) &&
           (below.len == 0 || wording_is_bare_error(below) || wording_is_prompt(below));
}

/* "E: tool: no-copyright-file": what lintian found, which is seldom asked to fail. */
static bool is_of_lintian(struct span text)
{
    struct span details;
    struct span tag;

    if (!span_eat(&text, "E: "))
        return false;
    details = span_skip(text, span_find_byte(text, ' ') + 1);
    tag = span_head(details, span_find_byte(details, ' '));
    details = span_skip(details, tag.len);
    return span_ends_with(span_head(text, span_find_byte(text, ' ')), ":") &&
           (span_count_byte(tag, '-') > 1 ||
            (span_count_byte(tag, '-') && (details.len == 0 || span_contains(details, "/"))));
}

/*
 * An error that shows no end: of a program that does not say its name and that no rule knows, or that is
 * often let pass; or it stands right below what tells that all went well, or is a value.
 */
static bool is_aside(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span above = neighbour_text(a, line, window_before, false);

    return is_bare_end(a, line, text) || words_say(WORDS_OPEN, text) ||
           (is_last_edge(above) && !span_starts_with(text, "error ")) ||
           is_logged_at_exit(text, above) || is_of_value(a, line) || is_of_lintian(text);
}

static enum telling telling_of_text(const struct analysis *a, const struct log_line *line,
                                    struct span text)
{
    enum telling telling = telling_of_error(a, text);
    bool error;

    if (trace_is_caught(a, line, text) || is_shown_code(a, line, text))
        return TELLS_NOTHING;
    if (telling <= TELLS_WORK && trace_is_thrown(a, line, text))
        return TELLS_ERROR;
    if (wording_lets_pass(text))
        return TELLS_LEAVE;
    error = telling == TELLS_ERROR || telling == TELLS_STATED;
    if ((error || wording_is_runtime(text)) && is_doubtful(a, line, text))
        return TELLS_DOUBT;
    if (error && is_aside(a, line, text))
        return TELLS_ASIDE;
    return telling > TELLS_DOUBT ? telling : telling_of_work(a, line, text, telling);
}

/* Sums of features, scenarios and steps, or of suites and tests, the last of which counts no failure. */
static bool is_of_longer_sum(const struct analysis *a, const struct log_line *line,
                             struct span text)
{
    return tally_of(text) == TALLY_FAILED &&
           final_is_passed(neighbour_text(a, line, window_after, true));
}

/* "  23 passing" above "  1 failing", as mocha's sum has two lines. */
static bool is_half_of_sum(const struct analysis *a, const struct log_line *line)
{
    return tally_of(neighbour_text(a, line, window_after, true)) == TALLY_FAILED;
}

/* Of npm's word of one that failed no more lines stand below its head. */
#define WORKSPACE_LINES 12

/* "npm error Lifecycle script `test` failed with error:", with "npm error workspace web@1.0.0" below. */
static bool is_failed_workspace(const struct analysis *a, const struct log_line *line,
                                struct span script)
{
    struct log_line at = *line;
    struct span text;
    bool workspace = false;

    for (int i = 0; i < WORKSPACE_LINES && neighbour_step(a, window_before, &at, &text); i++) {
        struct span rest = text;

        if (span_trim(text).len && !span_eat(&rest, "npm error ") && !span_eat(&rest, "npm ERR! "))
            return false;
        workspace |= span_starts_with(rest, "workspace ");
        if (span_eat(&rest, "Lifecycle script `"))
            return workspace && span_equal(span_head(rest, span_find_byte(rest, '`')), script);
    }
    return false;
}

/* npm goes on with the same script in other workspaces, and fails in the end. */
static bool is_next_workspace(const struct analysis *a, const struct log_line *line,
                              struct span text)
{
    return wording_is_script(text) &&
           is_failed_workspace(a, line, span_skip(text, span_find_last_byte(text, ' ') + 1));
}

/* rake looks for its tasks before it runs one: nothing that it ran is still to be printed. */
static bool is_refused_by_rake(const struct analysis *a, const struct log_line *line)
{
    return span_starts_with(neighbour_text(a, line, window_after, false),
                            "Don't know how to build task ");
}

/* Of a line that is no tool's word of how it ended. */
static enum telling telling_of_rest(const struct analysis *a, const struct log_line *line,
                                    struct span text)
{
    enum telling telling;

    if (wording_is_usage(text))
        return TELLS_USAGE;
    if (wording_asks(text))
        return TELLS_ASKED;
    if (final_is_listing(text))
        return TELLS_LEAVE;
    if (wording_is_advice(text))
        return TELLS_ADVICE;
    telling = telling_of_text(a, line, text);
    return telling == TELLS_WORK && final_is_job(text) ? TELLS_JOB : telling;
}

static enum telling telling_of_words(const struct analysis *a, const struct log_line *line,
                                     struct span text)
{
    const struct tool_mark *mark = tools_find_mark(text);

    if ((mark && mark->word == TOOL_DONE) || final_is_done(text))
        return TELLS_DONE;
    if ((final_is_fatal(text) && !is_refused_by_rake(a, line)) || trace_is_ruby(a, line, text))
        return TELLS_FATAL;
    if (final_waits(text))
        return TELLS_WAITS;
    if (final_is_limit(text) || is_of_longer_sum(a, line, text) || is_next_workspace(a, line, text))
        return TELLS_LIMIT;
    if ((final_is_failed(text) && !wording_lets_pass(text)) || trace_is_uncaught(a, line, text))
        return TELLS_FAILED;
    if (final_is_either(text) && !neighbour_text(a, line, window_after, false).len)
        return TELLS_EITHER;
    if (final_is_passed(text))
        return is_half_of_sum(a, line) ? TELLS_NOTHING : TELLS_PASSED;
    if (final_is_plan(text, neighbour_text(a, line, window_before, true)))
        return TELLS_PLAN;
    return telling_of_rest(a, line, text);
}

bool telling_is_note(const struct analysis *a, const struct log_line *line)
{
    struct prefixes prefixes = a->prefixes;
    struct log_line bare = *line;

    prefixes_split(&prefixes, &bare);
    return bare.text.len && strchr("# \t", bare.text.data[0]) && bare.text.data[0];
}

enum telling telling_of(const struct analysis *a, const struct log_line *line)
{
    struct prefixes prefixes = a->prefixes;
    struct log_line bare = *line;

    prefixes_split(&prefixes, &bare);
    return wording_is_harmless(bare.text) || wording_is_prompt(bare.text) ||
                   words_say(WORDS_TELLS_NOTHING, bare.text)
               ? TELLS_NOTHING
               : telling_of_words(a, line, bare.text);
}
