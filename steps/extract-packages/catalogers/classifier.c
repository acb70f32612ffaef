/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "classifier.h"

#include <string.h>

#include "cataloger.h"
#include "classifiers.h"

const struct classifier classifiers[] = {CLASSIFIERS};
const size_t classifiers_count = sizeof classifiers / sizeof *classifiers;

/* A version's bytes; the longest that were seen are nightly builds of node with 40. */
#define LONGEST_VERSION 64
/* What stands before or behind the version in a pattern. */
#define LONGEST_LITERAL 64
/* A build identifier has at least these: version, time, and hash of the sources. */
#define SHORTEST_BUILD_ID 20
/* Versions that are looked up as the start of a build identifier: redis has 30. */
#define MOST_BUILD_ID_TRIES 64

/* ---- patterns ---- */

struct pattern {
    char before[LONGEST_LITERAL];
    size_t before_len;
    char after[LONGEST_LITERAL];
    size_t after_len;
    size_t numbers; /* at least these in a version */
    bool at_start;
};

static size_t unescape(struct span text, char out[LONGEST_LITERAL])
{
    size_t len = 0;

    while (text.len && len < LONGEST_LITERAL) {
        if (span_eat(&text, "{nul}")) {
            out[len++] = '\0';
        } else {
            out[len++] = text.data[0];
            text = span_skip(text, 1);
        }
    }
    return len;
}

static struct pattern read_pattern(const char *pattern)
{
    static const char version[] = "{version:";
    struct span text = span_string(pattern);
    struct pattern p = {.at_start = span_eat(&text, "{start}")};
    size_t at = span_find(text, version);
    struct span rest = span_skip(text, at + sizeof version - 1);

    p.before_len = unescape(span_head(text, at), p.before);
    p.numbers = rest.len ? (size_t)(rest.data[0] - '0') : 0;
    p.after_len = unescape(span_skip(rest, 2), p.after);
    return p;
}

/* ---- versions ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_version_byte(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c && strchr(".+-_~", c));
}

/* The length of "1.2.3" at the start of s, 0 when there are not that many numbers. */
static size_t numbers_length(struct span s, size_t least)
{
    size_t numbers = 0;
    size_t n = 0;

    while (n < s.len && is_digit(s.data[n])) {
        while (n < s.len && is_digit(s.data[n]))
            n++;
        numbers++;
        if (n + 1 >= s.len || s.data[n] != '.' || !is_digit(s.data[n + 1]))
            break;
        n++;
    }
    return numbers >= least ? n : 0;
}

static size_t word_length(struct span s)
{
    size_t n = 0;

    while (n < s.len && is_version_byte(s.data[n]))
        n++;
    return n;
}

static bool follows(const struct pattern *p, struct span s)
{
    return s.len >= p->after_len && memcmp(s.data, p->after, p->after_len) == 0;
}

/* The version at the start of s, when what must stand behind it does; 0 for none. */
static size_t version_length(const struct pattern *p, struct span s)
{
    struct span near = span_head(s, LONGEST_VERSION + 1);
    size_t numbers = numbers_length(near, p->numbers);
    size_t word;

    if (!numbers)
        return 0;
    if (p->after_len && follows(p, span_skip(s, numbers)))
        return numbers;
    word = word_length(near);
    return word <= LONGEST_VERSION && follows(p, span_skip(s, word)) ? word : 0;
}

/* ---- places ---- */

static bool precedes(const struct pattern *p, struct span bytes, size_t at)
{
    return at >= p->before_len &&
           memcmp(bytes.data + at - p->before_len, p->before, p->before_len) == 0;
}

/* Where the version starts that ends before at. */
static size_t step_back(struct span bytes, size_t at)
{
    size_t start = at;

    while (start && at - start < LONGEST_VERSION && is_version_byte(bytes.data[start - 1]))
        start--;
    return start;
}

/*
 * The next place at or behind *from where a version may start, and *from moves past it.  Looked
 * for is the longer of the two texts around it: NUL bytes alone are everywhere.
 */
static bool next_place(const struct pattern *p, struct span bytes, size_t *from, size_t *ret_at)
{
    bool by_before = p->before_len > 1 || p->after_len < 2;
    const char *text = by_before ? p->before : p->after;
    size_t len = by_before ? p->before_len : p->after_len;
    struct span rest = span_skip(bytes, *from);
    const char *hit = rest.len ? memmem(rest.data, rest.len, text, len) : NULL;

    if (!hit)
        return false;
    size_t at = (size_t)(hit - bytes.data);

    *from = at + len;
    *ret_at = by_before ? at + len : step_back(bytes, at);
    return true;
}

/* Whether a word elsewhere begins with the version and is long enough for a build identifier. */
static bool begins_build_id(struct span bytes, struct span version)
{
    struct span rest = bytes;
    const char *hit;

    while (rest.len && (hit = memmem(rest.data, rest.len, version.data, version.len))) {
        struct span word = span_skip(rest, (size_t)(hit - rest.data));

        if (word_length(span_head(word, SHORTEST_BUILD_ID)) == SHORTEST_BUILD_ID)
            return true;
        rest = span_skip(word, version.len);
    }
    return false;
}

static bool match_at_start(const struct pattern *p, struct span bytes, struct span *ret_version)
{
    struct span rest = span_skip(bytes, p->before_len);
    size_t length;

    if (bytes.len < p->before_len || !precedes(p, bytes, p->before_len))
        return false;
    length = version_length(p, rest);
    *ret_version = span_head(rest, length);
    return length > 0;
}

bool classifier_match(const struct classifier *classifier, struct span bytes,
                      struct span *ret_version)
{
    struct pattern p = read_pattern(classifier->pattern);
    size_t tries = 0;
    size_t from = 0;
    size_t at;

    if (p.at_start)
        return match_at_start(&p, bytes, ret_version);
    while (next_place(&p, bytes, &from, &at)) {
        struct span rest = span_skip(bytes, at);
        struct span version = span_head(rest, version_length(&p, rest));

        if (!version.len || !precedes(&p, bytes, at))
            continue;
        if (classifier->begins_build_id &&
            (tries++ >= MOST_BUILD_ID_TRIES || !begins_build_id(bytes, version)))
            continue;
        *ret_version = version;
        return true;
    }
    return false;
}
