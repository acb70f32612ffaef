/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times alone: "2024-05-01T10:00:00.5Z text" (kubectl logs --timestamps, docker logs -t, GitHub
 * Actions), "2024-05-01T10:00:00.5Z [err]  text" (Railway), klog's "I0501 10:00:00.500000  1
 * file.go:7] text" (OpenShift, source-to-image), "2024-May-01 10:00:00.500000 text" or
 * "2024-May-01 10:00:00.500000 [DEBUG] text" (Coolify), "9:00:00 PM: text" (Netlify), and Bamboo's
 * "build<tab>01-May-2024 10:00:00<tab>text", whose first word is not copied from its web page.
 *
 * Any program may print "2024-05-01 10:00:00,500 text": that is taken off in logs that begin with it.
 * There a program in Python may be what runs the builder, and logs its words (cekit, atomic-reactor):
 * "2024-05-01 10:00:00,500 docker.py:108   INFO  text", "2024-05-01 10:00:00,500 - a.b - INFO - text".
 */
#include <string.h>

#include "prefix.h"
#include "prefixes.h"
#include "timestamp.h"

static const char *const marks[] = {NULL};

static bool eat_rfc3339(struct log_line *line)
{
    size_t n = timestamp_length(line->text, &line->time);

    if (n == 0 || (n < line->text.len && line->text.data[n] != ' '))
        return false;
    line->text = span_skip(line->text, n + 1);
    if (EAT(line->text, "[inf]") || EAT(line->text, "[err]"))
        line->text = span_skip(line->text, STARTS(line->text, "  ") ? 2 : STARTS(line->text, " "));
    return true;
}

static bool is_digits(struct span text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return text.len > 0;
}

/* " 12345 file.go:7] " */
static bool eat_place(struct span *rest)
{
    size_t end = span_find(span_head(*rest, 128), "] ");
    struct span place = span_trim(span_head(*rest, end));
    size_t blank = span_find_byte(place, ' ');
    size_t colon = span_find_last_byte(place, ':');

    if (end >= 128 || end >= rest->len || !is_digits(span_head(place, blank)) ||
        !is_digits(span_skip(place, colon + 1)))
        return false;
    *rest = span_skip(*rest, end + 2);
    return true;
}

static bool eat_klog(struct log_line *line)
{
    struct span rest = span_skip(line->text, 6);
    int64_t time = 0;
    size_t n;

    if (line->text.len < 24 || line->text.data[5] != ' ' ||
        !is_digits(span_head(span_skip(line->text, 1), 4)))
        return false;
    n = timestamp_clock_length(rest, &time);
    rest = span_skip(rest, n);
    if (n == 0 || !eat_place(&rest))
        return false;
    line->text = rest;
    line->time = time;
    return true;
}

/* Of a level that is no failure the text is somebody else's word, which is but handed on. */
static bool eat_level(struct span *rest, bool dashes)
{
    struct span level = span_head(*rest, span_find_byte(*rest, ' '));

    if (!span_equal_string(level, "INFO") && !span_equal_string(level, "DEBUG"))
        return STARTS(level, "WARN") || span_equal_string(level, "ERROR") ||
               span_equal_string(level, "CRITICAL");
    *rest = span_trim(span_skip(*rest, level.len));
    return !dashes || EAT(*rest, "-");
}

/* "file.py:108   INFO  ", "- a.b - INFO - " */
static struct span skip_logger(struct span text)
{
    struct span rest = text;
    bool dashes = EAT(rest, "- ");
    size_t end = span_find_byte(rest, ' ');

    if (!dashes && !span_contains(span_head(rest, end), ".py:"))
        return text;
    rest = span_trim(span_skip(rest, end));
    if ((dashes && !EAT(rest, "- ")) || !eat_level(&rest, dashes))
        return text;
    return span_trim(rest);
}

static bool eat_local(struct prefixes *prefixes, struct log_line *line)
{
    int64_t time = 0;
    size_t n = line->time ? 0 : timestamp_local_length(line->text, &time);
    bool named = n && line->text.data[5] >= 'A';

    if (n == 0 || (n < line->text.len && line->text.data[n] != ' '))
        return false;
    prefixes->dated = prefixes->dated || !prefixes->begun;
    if (!named && !prefixes->dated)
        return false;
    line->time = time;
    line->text = span_skip(line->text, n + 1);
    if (named)
        EAT(line->text, "[DEBUG] ");
    else
        line->text = skip_logger(line->text);
    return true;
}

#define HALF_DAY (TIMESTAMP_DAY / 2)

static bool eat_twelve_hours(struct log_line *line)
{
    size_t n = span_find_byte(span_head(line->text, sizeof "10:00:00"), ' ');
    struct span rest = span_skip(line->text, n);
    bool after_noon = STARTS(rest, " PM: ");
    char clock[] = "00:00:00";
    int64_t time;

    if ((n != 7 && n != 8) || (!after_noon && !STARTS(rest, " AM: ")))
        return false;
    memcpy(clock + 8 - n, line->text.data, n);
    if (timestamp_clock_length(span_string(clock), &time) != 8)
        return false;
    line->time = time % HALF_DAY + (after_noon ? HALF_DAY : 0);
    line->text = span_skip(rest, sizeof " PM: " - 1);
    return true;
}

static bool eat_bamboo(struct log_line *line)
{
    struct span rest = line->text;
    int64_t time = 0;
    size_t n;

    if (!EAT(rest, "build\t") && !EAT(rest, "error\t") && !EAT(rest, "simple\t"))
        EAT(rest, "command\t");
    n = timestamp_day_first_length(rest, &time);
    if (n == 0 || (n < rest.len && rest.data[n] != '\t'))
        return false;
    line->time = time;
    line->text = span_skip(rest, n + 1);
    return true;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    char c = line->text.data[0];

    if (c >= '0' && c <= '9')
        return eat_rfc3339(line) || eat_local(prefixes, line) || eat_twelve_hours(line) ||
               eat_bamboo(line);
    return c >= 'a' && c <= 'z' ? eat_bamboo(line) : eat_klog(line);
}

const struct prefix_family prefix_timestamp = {.name = "time", .marks = marks, .eat = eat};
