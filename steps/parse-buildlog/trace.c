/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trace.h"

#include <string.h>

#include "neighbours.h"
#include "wording.h"

/* A trace is longer only where a program calls itself. */
#define TRACE_LINES 64

static bool is_indented(struct span text)
{
    return text.len && (text.data[0] == ' ' || text.data[0] == '\t');
}

/* A frame of a Python program's trace: what was pasted may have lost its indentation. */
static bool is_frame(struct span text)
{
    return span_starts_with(text, "File \"") && span_contains(text, ", line ");
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

/* The latest line above that is not of a trace; past: and no head of one either. */
static struct span above_trace(const struct analysis *a, const struct log_line *line, bool past)
{
    struct log_line at = *line;
    struct span text;

    for (int i = 0; i < TRACE_LINES && neighbour_step(a, window_before, &at, &text); i++) {
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

bool trace_stands_beside(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span below = neighbour_text(a, line, window_after, false);
    struct span above = neighbour_text(a, line, window_before, false);

    return is_of_java(text, below) || span_starts_with(below, "goroutine ") ||
           span_starts_with(below, "[signal ") || span_starts_with(below, "  File \"") ||
           is_indented(above) || is_frame(above) ||
           span_starts_with(above, "----> "); /* IPython's */
}

bool trace_is_caught(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span above = neighbour_text(a, line, window_before, false);

    if (wording_is_expected(neighbour_text(a, line, window_after, true)) ||
        span_ends_with(above, "> raised an exception") || span_starts_with(above, "! "))
        return true;
    if (is_of_node_warning(a, line, text))
        return true;
    return wording_is_exception(span_trim(text)) &&
           (wording_is_expected(above) || is_ignored(a, line));
}

bool trace_is_thrown(const struct analysis *a, const struct log_line *line, struct span text)
{
    return wording_is_class(text) && span_starts_with(above_trace(a, line, false), "Traceback ");
}

bool trace_is_uncaught(const struct analysis *a, const struct log_line *line, struct span text)
{
    return wording_is_node_version(text) &&
           wording_is_trace(neighbour_text(a, line, window_before, false));
}

bool trace_is_ruby(const struct analysis *a, const struct log_line *line, struct span text)
{
    return (span_contains(text, ":in `") || span_contains(text, ":in '")) &&
           span_ends_with(text, ")") &&
           span_starts_with(neighbour_text(a, line, window_after, true), "\tfrom ");
}

bool trace_is_go_frame(const struct analysis *a, const struct log_line *line, struct span text)
{
    struct span below = neighbour_text(a, line, window_after, true);

    return (span_ends_with(text, ")") || span_starts_with(text, "created by ")) &&
           is_indented(below) && span_contains(below, ".go:") && span_contains(below, " +0x");
}
