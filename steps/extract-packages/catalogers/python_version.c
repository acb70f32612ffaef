/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_version.h"

#include <stdio.h>
#include <string.h>

/* "3.11." and its end. */
#define SERIES_ROOM 16
/* A version's bytes; real ones have ten. */
#define LONGEST_VERSION 32
/* The name of a library; real ones have twenty. */
#define LONGEST_LIBRARY 64

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t count_digits(struct span s)
{
    size_t n = 0;

    while (n < s.len && is_digit(s.data[n]))
        n++;
    return n;
}

/*
 * The series, with its dot: of the name of its byte code's files ("cpython-311", since 3.2),
 * or of where version 2 looks for its modules ("lib/python2.7").
 */
static bool find_series(struct span bytes, char series[SERIES_ROOM])
{
    static const char tag[] = "cpython-3";
    static const char modules[] = "lib/python2.";
    struct span rest = span_skip(bytes, span_find(bytes, tag));
    size_t digits = count_digits(span_head(span_skip(rest, sizeof tag - 1), 3));

    if (digits == 1 || digits == 2) {
        snprintf(series, SERIES_ROOM, "3.%.*s.", (int)digits, rest.data + sizeof tag - 1);
        return true;
    }
    rest = span_skip(bytes, span_find(bytes, modules));
    if (rest.len < sizeof modules || !is_digit(rest.data[sizeof modules - 1]))
        return false;
    snprintf(series, SERIES_ROOM, "2.%c.", rest.data[sizeof modules - 1]);
    return true;
}

/* The length of the version at the start of s, behind its series; 0 where none ends with a NUL. */
static size_t version_length(struct span s, size_t series)
{
    size_t n = series + count_digits(span_skip(s, series));
    size_t suffix;

    if (n == series)
        return 0;
    suffix = n;
    while (suffix < s.len && is_letter(s.data[suffix]))
        suffix++;
    if (suffix > n)
        suffix += count_digits(span_skip(s, suffix));
    if (suffix < s.len && s.data[suffix] == '+')
        suffix++;
    return suffix < s.len && s.data[suffix] == '\0' ? suffix : 0;
}

/*
 * A linker keeps a string that is the end of another one there: with a prefix of /opt/3.13.0 the
 * version has no NUL before it.  A string of its own is the better witness.
 */
bool python_version_find(struct span bytes, struct span *ret_version)
{
    char series[SERIES_ROOM];
    struct span rest = bytes;
    bool found = false;

    if (!find_series(bytes, series))
        return false;
    while ((rest = span_skip(rest, span_find(rest, series))).len) {
        char before = rest.data == bytes.data ? '\0' : rest.data[-1];
        size_t length = version_length(span_head(rest, LONGEST_VERSION), strlen(series));

        if (length && (before == '\0' || (!found && (before == '/' || before == '-')))) {
            *ret_version = span_head(rest, length);
            found = true;
            if (before == '\0')
                return true;
        }
        rest = span_skip(rest, strlen(series));
    }
    return found;
}

bool python_library_find(struct span bytes, struct span *ret_name)
{
    static const char name[] = "libpython";
    struct span rest = bytes;

    while ((rest = span_skip(rest, span_find(rest, name))).len) {
        struct span text = span_head(rest, LONGEST_LIBRARY);
        size_t end = span_find_byte(text, '\0');
        bool begins = rest.data == bytes.data || rest.data[-1] == '\0';

        *ret_name = span_head(text, end);
        if (begins && end < text.len && span_contains(*ret_name, ".so") &&
            !span_contains(*ret_name, "/"))
            return true;
        rest = span_skip(rest, sizeof name - 1);
    }
    return false;
}
