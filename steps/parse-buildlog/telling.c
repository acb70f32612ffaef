/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "telling.h"

#include <string.h>

#include "final.h"
#include "more.h"
#include "probable.h"
#include "tally.h"
#include "wording.h"
#include "words.h"

/* Between two lines that belong together are no more blank ones. */
#define BLANK_LINES 16
/* A trace is longer only where a program calls itself. */
#define TRACE_LINES 64
/* A value that is printed in lines of its own has no more. */
#define VALUE_LINES 8

/* ---- its neighbours ---- */

static bool is_indented(struct span text)
{
    return text.len && (text.data[0] == ' ' || text.data[0] == '\t');
}

/* A frame of a Python program's trace: what was pasted may have lost its indentation. */
static bool is_frame(struct span text)
{
    return span_starts_with(text, "File \"") && span_contains(text, ", line ");
}

typedef bool step_in_window(const struct window *, const struct log_line *, struct log_line *);

/* Moves *at to the next line, whose text without its prefixes is *ret_text; false at the window's end. */
static bool step(const struct analysis *a, step_in_window *next, struct log_line *at,
                 struct span *ret_text)
{
    struct prefixes prefixes = a->prefixes;
    struct log_line bare;

    if (!next(log_reader_window(a->reader), at, at))
        return false;
    bare = *at;
    prefixes_split(&prefixes, &bare);
    *ret_text = bare.text;
    return true;
}

/* The next line without its prefixes, or the next that is not blank. */
static struct span neighbour(const struct analysis *a, const struct log_line *line,
                             step_in_window *next, bool blank)
{
    struct log_line at = *line;
    struct span text;

    for (int i = 0; i < BLANK_LINES && step(a, next, &at, &text); i++) {
        if (blank || span_trim(text).len)
            return text;
    }
    return (struct span){0};
}

/* "java.io.IOException: ...", "System.IO.IOException: ...", with "\tat ..." or "   at ..." below. */
static bool is_of_java(struct span text, struct span below)
{
    struct span name = span_head(text, span_find(text, ": "));

    for (size_t i = 0; i < name.len; i++) {
        if (!wording_is_letter(name.data[i]) && !wording_is_digit(name.data[i]) &&
            (!name.data[i] || !strchr(".$_", name.data[i])))
            return false;
    }
    return span_find_byte(name, '.') < name.len && is_indented(below) &&
           span_starts_with(span_trim(below), "at ");
}

/*
 * What ended a program has a trace or its code above, Go's, SCons', Java's and .NET's below; else it is a text that
 * was printed.
 */
static bool has_trace(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span below = neighbour(a, line, window_after, false);
    struct span above = neighbour(a, line, window_before, false);

    return is_of_java(text, below) || span_starts_with(below, "goroutine ") ||
           span_starts_with(below, "[signal ") || span_starts_with(below, "  File \"") ||
           is_indented(above) || is_frame(above) ||
           span_starts_with(above, "----> "); /* IPython's */
}

/* The latest line above that is not of a trace; past: and no head of one either. */
static struct span above_trace(const struct analysis *a, const struct log_line *line, bool past)
{
    struct log_line at = *line;
    struct span text;

    for (int i = 0; i < TRACE_LINES && step(a, window_before, &at, &text); i++) {
        if (!is_indented(text) && !is_frame(text) &&
            !(past && span_starts_with(text, "Traceback ")))
            return text;
    }
    return (struct span){0};
}

/* What Python goes on after: "Exception ignored in: <...>" */
static bool is_ignored(const struct analysis *a, const struct log_line *line)
{
    return span_starts_with(above_trace(a, line, true), "Exception ignored ");
}

/* What Node.js warns of, "(node:7) Warning: ...", may have more lines, which are indented. */
static bool is_of_node_warning(const struct analysis *a, const struct log_line *line,
                               struct span text)
{
    return is_indented(text) && span_starts_with(above_trace(a, line, false), "(node:");
}

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
    if (has_trace(a, line, text))
        return false;
    return !span_starts_with(text, "Error: ") ||
           wording_is_trace(neighbour(a, line, window_after, false)) ||
           wording_is_command(neighbour(a, line, window_before, false));
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
    if (strength == 2 ||
        (strength == 1 && (wording_has_speaker(text) || wording_is_refusal(text))) ||
        wording_is_of_go(text) || wording_is_of_bash(text) || wording_is_statement(text) ||
        more_is_finding(text))
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

/* "3 | code" with "  |  ^^^" at its side: a compiler shows what it is about. */
static bool is_shown_code(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span start = span_trim(text);

    return start.len && wording_is_digit(start.data[0]) && more_is_of_frame(text) &&
           (more_is_of_frame(neighbour(a, line, window_after, true)) ||
            more_is_of_frame(neighbour(a, line, window_before, true)));
}

/* "12" under findings or a table of them: how many there were. */
static bool is_sum(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span above = neighbour(a, line, window_before, true);
    size_t digits = wording_digits(above);

    return wording_digits(text) == text.len &&
           (more_is_finding(above) || (digits > 0 && digits < above.len));
}

/* "main.load(0xc0001, {0x0, 0x0})" or "created by main.run": a frame of Go's trace, with its place below. */
static bool is_go_frame(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span below = neighbour(a, line, window_after, true);

    return (span_ends_with(text, ")") || span_starts_with(text, "created by ")) &&
           is_indented(below) && span_contains(below, ".go:") && span_contains(below, " +0x");
}

/* Of a line that tells no end of its own. */
static enum telling telling_of_work(const struct analysis *a, const struct log_line *line,
                                    struct span text, enum telling telling)
{
    if (is_start(tools_find_mark(text), text))
        return TELLS_START;
    if (more_is_text(text) || is_sum(a, line, text) || is_go_frame(a, line, text) ||
        is_pointer(neighbour(a, line, window_after, true)) ||
        span_contains(neighbour(a, line, window_after, true), " [type=") || /* pydantic's field */
        more_goes_on(neighbour(a, line, window_before, true)) ||
        span_ends_with(span_trim(neighbour(a, line, window_before, false)), ":"))
        return TELLS_NOTHING;
    return telling;
}

/* Ruby's trace of what nobody caught; what was printed before it may come after it, through a pipe. */
static bool is_ruby_trace(const struct analysis *a, const struct log_line *line, struct span text)
{
    return (span_contains(text, ":in `") || span_contains(text, ":in '")) &&
           span_ends_with(text, ")") &&
           span_starts_with(neighbour(a, line, window_after, true), "\tfrom ");
}

/* Node.js ends with its version when nobody caught what was thrown, which stands above with its trace. */
static bool is_uncaught(const struct analysis *a, const struct log_line *line, struct span text)
{
    return wording_is_node_version(text) &&
           wording_is_trace(neighbour(a, line, window_before, false));
}

/*
 * What was thrown and caught by whoever ran it: a test that nobody expects to pass, Python itself, the supervisor of
 * an Erlang process, or make, where it shows "! x", which is to fail; and what is but warned of.
 */
static bool is_caught(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span above = neighbour(a, line, window_before, false);

    if (wording_is_expected(neighbour(a, line, window_after, true)) ||
        span_ends_with(above, "> raised an exception") || span_starts_with(above, "! "))
        return true;
    if (is_of_node_warning(a, line, text))
        return true;
    return wording_is_exception(span_trim(text)) &&
           (wording_is_expected(above) || is_ignored(a, line));
}

/* What stands under the trace of a Python program is what ended it, whatever its class is called. */
static bool is_thrown(const struct analysis *a, const struct log_line *line, struct span text)
{
    return wording_is_class(text) && span_starts_with(above_trace(a, line, false), "Traceback ");
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

    for (int i = 0; i < VALUE_LINES && step(a, window_before, &at, &text); i++) {
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
    struct span below = neighbour(a, line, window_after, false);

    if (a->hits[0])
        return false;
    if (more_is_count_of_errors(below) && span_contains(below, ", "))
        return wording_is_bare_error(text) || span_starts_with(text, "ERROR: ");
    return wording_is_bare_error(text) &&
           (below.len == 0 || wording_is_bare_error(below) || wording_is_prompt(below));
}

/*
 * An error that shows no end: of a program that does not say its name and that no rule knows; or it
 * stands right below what tells that all went well, or is a value.
 */
static bool is_aside(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span above = neighbour(a, line, window_before, false);

    return is_bare_end(a, line, text) ||
           (is_last_edge(above) && !span_starts_with(text, "error ")) ||
           is_logged_at_exit(text, above) || is_of_value(a, line);
}

static enum telling telling_of_text(const struct analysis *a, const struct log_line *line,
                                    struct span text)
{
    enum telling telling = telling_of_error(a, text);

    if (is_caught(a, line, text) || is_shown_code(a, line, text))
        return TELLS_NOTHING;
    if (telling <= TELLS_WORK && is_thrown(a, line, text))
        return TELLS_ERROR;
    if (wording_lets_pass(text))
        return TELLS_LEAVE;
    if ((telling == TELLS_ERROR || wording_is_runtime(text)) && is_doubtful(a, line, text))
        return TELLS_DOUBT;
    if (telling == TELLS_ERROR && is_aside(a, line, text))
        return TELLS_ASIDE;
    return telling > TELLS_DOUBT ? telling : telling_of_work(a, line, text, telling);
}

/* Sums of features, scenarios and steps, or of suites and tests, the last of which counts no failure. */
static bool is_of_longer_sum(const struct analysis *a, const struct log_line *line,
                             struct span text)
{
    return tally_of(text) == TALLY_FAILED &&
           final_is_passed(neighbour(a, line, window_after, true));
}

/* "  23 passing" above "  1 failing", as mocha's sum has two lines. */
static bool is_half_of_sum(const struct analysis *a, const struct log_line *line)
{
    return tally_of(neighbour(a, line, window_after, true)) == TALLY_FAILED;
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

    for (int i = 0; i < WORKSPACE_LINES && step(a, window_before, &at, &text); i++) {
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
    return span_starts_with(neighbour(a, line, window_after, false),
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
    if ((final_is_fatal(text) && !is_refused_by_rake(a, line)) || is_ruby_trace(a, line, text))
        return TELLS_FATAL;
    if (final_waits(text))
        return TELLS_WAITS;
    if (final_is_limit(text) || is_of_longer_sum(a, line, text) || is_next_workspace(a, line, text))
        return TELLS_LIMIT;
    if ((final_is_failed(text) && !wording_lets_pass(text)) || is_uncaught(a, line, text))
        return TELLS_FAILED;
    if (final_is_either(text) && !neighbour(a, line, window_after, false).len)
        return TELLS_EITHER;
    if (final_is_passed(text))
        return is_half_of_sum(a, line) ? TELLS_NOTHING : TELLS_PASSED;
    if (final_is_plan(text, neighbour(a, line, window_before, true)))
        return TELLS_PLAN;
    return telling_of_rest(a, line, text);
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
