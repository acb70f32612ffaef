/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "telling.h"

#include "probable.h"
#include "wording.h"

/* ---- its neighbours ---- */

static bool is_indented(struct span text)
{
    return text.len && (text.data[0] == ' ' || text.data[0] == '\t');
}

typedef bool step_in_window(const struct window *, const struct log_line *, struct log_line *);

/* The next line without its prefixes, or the next that is not blank. */
static struct span neighbour(const struct analysis *a, const struct log_line *line,
                             step_in_window *next, bool blank)
{
    const struct window *window = log_reader_window(a->reader);
    struct log_line at = *line;
    struct log_line bare;

    while (next(window, &at, &at)) {
        struct prefixes prefixes = a->prefixes;

        bare = at;
        prefixes_split(&prefixes, &bare);
        if (blank || span_trim(bare.text).len)
            return bare.text;
    }
    return (struct span){0};
}

/* What ended a program has a trace or its code above, Go's below; else it is a text that was printed. */
static bool has_trace(const struct analysis *a, const struct log_line *line)
{
    struct span below = neighbour(a, line, window_after, false);

    return span_starts_with(below, "goroutine ") || span_starts_with(below, "[signal ") ||
           is_indented(neighbour(a, line, window_before, false));
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

/* The most that one of the rules tells that match; noise hides all. */
static enum telling telling_of_hits(const struct analysis *a, size_t count)
{
    enum telling most = TELLS_NOTHING;

    for (size_t i = 0; i < count; i++) {
        enum telling one = telling_of_rule(a->hits[i]);

        if (a->hits[i]->rank == RANK_NOISE)
            return TELLS_NOTHING;
        most = one > most ? one : most;
    }
    return most;
}

/* Usage, as any program prints it for any reason, or a thrown text that was but printed. */
static bool is_doubtful(const struct analysis *a, const struct log_line *line, struct span text)
{
    if (wording_is_exception(text))
        return !has_trace(a, line);
    return probable_strength(text) < 2 && !wording_has_speaker(text) && a->hits[0] &&
           a->hits[0]->generic && span_starts_with(span_string(a->hits[0]->id), "cli.");
}

static enum telling telling_of_error(const struct analysis *a, struct span text)
{
    size_t count = rules_find(a->rules, text, a->hits);
    int strength = probable_strength(text);

    if (count)
        return telling_of_hits(a, count);
    a->hits[0] = NULL;
    if (wording_is_command(text))
        return TELLS_WORK;
    if (strength == 2 || (strength == 1 && wording_has_speaker(text)))
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

/* "    ^~~~" shows a place in the line of code above it. */
static bool is_pointer(struct span text)
{
    text = span_trim(text);
    return text.len > 0 && text.data[0] == '^' && (text.len == 1 || text.data[1] != ' ');
}

/* Of a line that tells no end of its own. */
static enum telling telling_of_work(const struct analysis *a, const struct log_line *line,
                                    struct span text, enum telling telling)
{
    if (is_start(tools_find_mark(text), text))
        return TELLS_START;
    if (wording_is_more(text) || is_pointer(neighbour(a, line, window_after, true)) ||
        wording_goes_on(neighbour(a, line, window_before, true)))
        return TELLS_NOTHING;
    return telling;
}

/* Node.js ends with its version when nobody caught what was thrown, which stands above with its trace. */
static bool is_uncaught(const struct analysis *a, const struct log_line *line, struct span text)
{
    return wording_is_node_version(text) &&
           wording_is_trace(neighbour(a, line, window_before, false));
}

static enum telling telling_of_text(const struct analysis *a, const struct log_line *line,
                                    struct span text)
{
    enum telling telling = telling_of_error(a, text);

    if (wording_lets_pass(text))
        return TELLS_LEAVE;
    if ((telling == TELLS_ERROR || wording_is_runtime(text)) && is_doubtful(a, line, text))
        return TELLS_DOUBT;
    return telling > TELLS_DOUBT ? telling : telling_of_work(a, line, text, telling);
}

enum telling telling_of(const struct analysis *a, const struct log_line *line)
{
    struct prefixes prefixes = a->prefixes;
    struct log_line bare = *line;
    const struct tool_mark *mark;

    prefixes_split(&prefixes, &bare);
    mark = tools_find_mark(bare.text);
    if ((mark && mark->done) || wording_is_done(bare.text))
        return TELLS_DONE;
    if (wording_is_fatal(bare.text))
        return TELLS_FATAL;
    if (wording_is_failed(bare.text) || is_uncaught(a, line, bare.text))
        return TELLS_FAILED;
    if (wording_is_usage(bare.text))
        return TELLS_USAGE;
    if (wording_is_advice(bare.text))
        return TELLS_ADVICE;
    if (wording_is_harmless(bare.text))
        return TELLS_NOTHING;
    return telling_of_text(a, line, bare.text);
}
