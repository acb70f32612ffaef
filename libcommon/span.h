/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A view of bytes that somebody else owns: pointer and length, never
 * NUL-terminated.  Spans are passed by value and are valid as long as the bytes
 * they look at.  An empty span may have a NULL pointer.  None of these functions
 * allocates or fails; "bytes" are compared as unsigned, ASCII only where case
 * or white space is concerned.
 */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct span {
    const char *data;
    size_t len;
};

/* For printf's "%.*s". */
#define SPAN_ARG(s) (int)(s).len, (s).len ? (s).data : ""
/* A span of a string literal. */
#define SPAN_LITERAL(text) ((struct span){(text), sizeof(text) - 1})

static inline struct span span_of(const char *data, size_t len)
{
    return (struct span){data, len};
}

/* The bytes of a NUL-terminated string; of NULL, the empty span. */
static inline struct span span_string(const char *text)
{
    return text ? span_of(text, strlen(text)) : span_of(NULL, 0);
}

static inline bool span_equal(struct span a, struct span b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline bool span_equal_string(struct span a, const char *text)
{
    size_t len = strlen(text);

    return a.len == len && (len == 0 || memcmp(a.data, text, len) == 0);
}

/* ASCII letters of either case are equal. */
bool span_equal_nocase(struct span a, struct span b);
/* memcmp order, the shorter first when one is the start of the other. */
int span_compare(struct span a, struct span b);

/* Without the first n bytes (all of them when there are fewer). */
static inline struct span span_skip(struct span s, size_t n)
{
    if (n >= s.len)
        return span_of(s.len ? s.data + s.len : s.data, 0);
    return span_of(s.data + n, s.len - n);
}

/* The first n bytes, or all when there are fewer. */
static inline struct span span_head(struct span s, size_t n)
{
    return span_of(s.data, n < s.len ? n : s.len);
}

/* The first byte tells most of them apart, without a call. */
static inline bool span_starts_with(struct span s, const char *prefix)
{
    size_t len;

    if (s.len == 0 || s.data[0] != prefix[0])
        return prefix[0] == '\0';
    len = strlen(prefix);
    return s.len >= len && memcmp(s.data, prefix, len) == 0;
}

static inline bool span_ends_with(struct span s, const char *suffix)
{
    size_t len = strlen(suffix);

    return s.len >= len && span_equal_string(span_skip(s, s.len - len), suffix);
}

/* If s starts with prefix, moves past it and says true. */
static inline bool span_eat(struct span *s, const char *prefix)
{
    if (!span_starts_with(*s, prefix))
        return false;
    *s = span_skip(*s, strlen(prefix));
    return true;
}

/* Without blanks (space, \t, \r, \n, \v, \f) at both ends. */
struct span span_trim(struct span s);

/* Where byte c first (last) stands in s; s.len if it does not. */
static inline size_t span_find_byte(struct span s, char c)
{
    const char *at = s.len ? memchr(s.data, c, s.len) : NULL;

    return at ? (size_t)(at - s.data) : s.len;
}

/* Not inline: GCC's bounds checks see more in memrchr() than there is. */
size_t span_find_last_byte(struct span s, char c);
/* How often byte c stands in s. */
size_t span_count_byte(struct span s, char c);
/* Where needle first stands in s; s.len if it does not. */
size_t span_find(struct span s, const char *needle);
bool span_contains(struct span s, const char *needle);

/*
 * Takes the part before the next separator from *rest, which moves past it; the
 * last part is what is left.  False when nothing is left.  "a,b," gives a, b;
 * ",a" gives "", a.
 */
bool span_split(struct span *rest, char separator, struct span *ret_part);
/* As span_split at '\n', and drops one '\r' before it. */
bool span_next_line(struct span *rest, struct span *ret_line);

/* The whole span as a decimal number without sign or blanks; false if it is none or overflows. */
bool span_to_uint64(struct span s, uint64_t *ret_value);
/* True if s is count lower-case hexadecimal digits. */
bool span_is_hex(struct span s, size_t count);

#endif
