/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One pass over a text, or over what is held of it, from left to right.  What is done at one place depends
 * on the LIMIT_BEFORE_SECRET bytes before it and the LIMIT_SECRET bytes from it on, and on nothing else: a
 * text that comes in pieces is masked as the whole of it is.  For redact*.c alone.
 */
#ifndef REDACT_SCAN_H
#define REDACT_SCAN_H

#include <stdbool.h>

#include "span.h"
#include "strbuf.h"

/* What began as a secret, and whose end is not seen yet. */
enum hiding { HIDES_NOTHING, HIDES_LINE, HIDES_KEY };

struct scan {
    struct strbuf *out;
    struct span text;
    size_t at;
    size_t added;  /* of text, what is in out already; between this and at, all stays */
    size_t window; /* the end of what is looked at from the latest place on */
    size_t masked;
    enum hiding hides;
};

/* Appends what stays before this place, and REDACTED, and moves on by n bytes. */
void redact_mask(struct scan *scan, size_t n);
/* Moves on by n bytes that stay. */
void redact_keep(struct scan *scan, size_t n);
/* Masks the word that starts here, but keeps quotes around it, and outer, the one that is open; a reference and nothing stay. */
void redact_mask_word(struct scan *scan, char outer);
/* What is looked at from here on. */
struct span redact_rest(const struct scan *scan);
/* And before. */
struct span redact_before(const struct scan *scan);
/* True where a name or an option of n bytes begins a login: it has moved on behind the password. */
bool redact_match_login(struct scan *scan, size_t n);
/* False, or what is at this place is known: it has moved on, and may hide what follows. */
bool redact_match(struct scan *scan);
/* Goes on to the end of text when that is_last, else to where LIMIT_SECRET bytes follow. */
void redact_scan(struct scan *scan, bool is_last);

#endif
