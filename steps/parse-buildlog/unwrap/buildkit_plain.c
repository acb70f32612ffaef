/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BuildKit's plain progress: "#7 1.234 text" is what the step of vertex 7 printed, 1.234 seconds
 * after it began, "#7 text" is the builder's own word.  At the end it repeats the last lines of
 * a vertex that failed without "#7 ":
 *
 *     ------
 *      > [build 2/3] RUN make:
 *     1.234 make: *** No targets.
 *     ------
 *
 * Seconds have three digits after the point below ten, two below a hundred, then one.
 */
#include "prefixes.h"

static const char *const marks[] = {"------", " > [", NULL};

/* From "------" to what it begins. */
#define FENCE_LINES 2
/* Fewer lines are a table's. */
#define TIMED_LINES 4

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_of(struct span text)
{
    size_t n = 0;

    while (n < text.len && is_digit(text.data[n]))
        n++;
    return n;
}

/* The length of "1.234 ", or of "1.234" at the end; 0 if there is none. Older ones print "1234.", too. */
static size_t seconds_length(struct span text)
{
    size_t whole = digits_of(text);
    size_t part;
    size_t n;

    if (whole == 0 || whole > 7 || whole == text.len || text.data[whole] != '.')
        return 0;
    part = digits_of(span_skip(text, whole + 1));
    n = whole + 1 + part;
    if (part > 3 || (part == 0 && whole < 4))
        return 0;
    if (n == text.len)
        return n;
    return text.data[n] == ' ' ? n + 1 : 0;
}

/* The same in a line without "#7 ", where it may be a number of any tool: only as BuildKit writes it. */
static size_t lone_seconds_length(struct span text)
{
    size_t whole = digits_of(text);
    size_t n = seconds_length(text);
    size_t part = n ? digits_of(span_skip(text, whole + 1)) : 0;

    /* 9.9996 is printed as 10.000, and 99.996 as 100.00. */
    if (whole == 1)
        return part == 3 ? n : 0;
    if (whole == 2)
        return part == 2 || part == 3 ? n : 0;
    return part == 1 || part == 2 ? n : 0;
}

/* Of what has seconds_length. */
static int64_t milliseconds_of(struct span text)
{
    int64_t whole = 0;
    int64_t part = 0;
    int64_t unit = 100;
    size_t n = 0;

    for (; is_digit(text.data[n]); n++)
        whole = whole * 10 + (text.data[n] - '0');
    for (n++; n < text.len && is_digit(text.data[n]); n++, unit /= 10)
        part += (text.data[n] - '0') * unit;
    return whole * 1000 + part;
}

/*
 * "/src/a.php(12): f()", "{main}", "[internal function]: f()", "/src/a.php(3) : eval()'d code(1): f()": a frame of a
 * trace of PHP, which numbers them so, too.
 */
static bool is_php_frame(struct span text)
{
    size_t open = span_find_byte(text, '(');
    struct span rest = span_skip(text, open + 1);
    size_t line = digits_of(rest);

    if (span_equal_string(text, "{main}") || span_starts_with(text, "[internal function]: "))
        return true;
    rest = span_skip(rest, line);
    return line > 0 && text.data[0] != '[' && seconds_length(text) == 0 &&
           span_find(text, ": ") > open &&
           (span_starts_with(rest, "): ") || span_starts_with(rest, ") : eval()'d code("));
}

static bool eat_vertex(struct log_line *line)
{
    struct span rest = span_skip(line->text, 1);
    size_t n = digits_of(rest);
    size_t seconds;

    if (n == 0 || n > 6 || (n < rest.len && rest.data[n] != ' ') ||
        is_php_frame(span_skip(rest, n + 1)))
        return false;
    line->vertex = span_head(line->text, n + 1);
    rest = span_skip(rest, n + 1);
    seconds = seconds_length(rest);
    line->output = seconds > 0;
    if (seconds && line->time == 0)
        line->time = milliseconds_of(rest) + 1; /* a vertex begins at 1 (builders/buildkit.c) */
    line->text = span_skip(rest, seconds);
    return true;
}

/* Some versions repeat them with the vertex' number, and those that know it no more with 0. */
static bool eat_numbered(struct prefixes *prefixes, struct log_line *line)
{
    if (!eat_vertex(line))
        return false;
    prefixes->tail = prefixes->tail && line->output;
    if (prefixes->tail || (line->output && line->vertex.len == 2 && line->vertex.data[1] == '0'))
        line->vertex = (struct span){0};
    return true;
}

/*
 * " > NAME:" after "------" begins what is repeated, " > [3/5] RUN make:" also where a paste begins with it, "------" ends
 * it; true for one of these.
 */
static bool is_fence(struct prefixes *prefixes, const struct log_line *line)
{
    struct span text = line->text;
    bool fenced = prefixes->fence && line->number - prefixes->fence <= FENCE_LINES;

    if (span_starts_with(text, "------"))
        prefixes->tail = false;
    else if (span_starts_with(text, fenced ? " > " : " > [") &&
             span_ends_with(span_trim(text), ":"))
        prefixes->tail = true;
    else
        return false;
    prefixes->fence = prefixes->tail ? 0 : line->number;
    return true;
}

/* Of what is pasted of a vertex the first line has seconds, or several in a row that go on. */
static void learn_times(struct prefixes *prefixes, int64_t milliseconds)
{
    prefixes->timed = milliseconds < prefixes->timed_last ? 1 : prefixes->timed + 1;
    prefixes->timed_last = milliseconds;
    prefixes->has_times = !prefixes->begun || prefixes->timed == TIMED_LINES;
}

static bool eat_seconds(struct prefixes *prefixes, struct log_line *line)
{
    size_t seconds = lone_seconds_length(line->text);

    if (seconds && !prefixes->has_times)
        learn_times(prefixes, milliseconds_of(line->text));
    if (seconds == 0 || (!prefixes->tail && !prefixes->has_times))
        return false;
    line->output = true;
    line->text = span_skip(line->text, seconds);
    return true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    char c = line->text.data[0];

    if (line->vertex.len)
        return false;
    if (c == '#')
        return eat_numbered(prefixes, line);
    if ((c == '-' || c == ' ') && is_fence(prefixes, line))
        return false;
    return is_digit(c) && eat_seconds(prefixes, line);
}

const struct prefix_family prefix_buildkit = {.name = "BuildKit", .marks = marks, .eat = eat};
