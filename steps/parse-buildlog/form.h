/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One form of a prefix (forms.h): a pattern for what stands before a line's text.
 *
 * Pure; nothing fails.
 */
#ifndef FORM_H
#define FORM_H

#include "lines.h"

/* What is longer is no prefix. */
#define FORM_TEXT 96

enum {
    FORM_SAME = 1 << 0,   /* every line has the same text there */
    FORM_COUNTS = 1 << 1, /* its number grows as lines do */
    FORM_TIMED = 1 << 2,  /* it stands behind a time */
    FORM_NAMES = 1 << 3,  /* its name is that of a step, of which several may run at once */
    FORM_ALL = 1 << 4,    /* all of the log's first lines have it */
    FORM_OWN = 1 << 5,    /* nobody else prints it: not many of the first lines need have it */
};

/* What a line with a form has there. */
struct found_form {
    struct span text; /* all of the prefix */
    struct span name; /* the first of its names, or what '%' stands for */
    uint64_t number;  /* the first of its numbers */
    int64_t time;     /* milliseconds since midnight; 0: it tells none */
    struct span rest; /* the line's text behind it */
};

/*
 * pattern: '0' is a number, '@' a word, '%' what stands before the next byte of the pattern, '&' a time of the clock,
 * '~' blanks or none; any other byte is itself, as must be what follows '%'.  Blanks at its end may be missing at a
 * line's end.  Of several numbers, names or times the first is kept.
 */
struct form {
    const char *pattern;
    unsigned char lines; /* in a row that must have it until it is believed */
    unsigned char flags;
    bool (*fits)(const struct found_form *found); /* NULL: all do */
};

/* True if the line's text begins so; *ret says how, its spans look into the line. */
bool form_matches(const struct form *form, const struct log_line *line, struct found_form *ret);

#endif
