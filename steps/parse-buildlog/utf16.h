/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-16 as UTF-8, as it streams: what PowerShell writes where a command's output goes to a file.
 *
 *     struct utf16 text = {.big = false};
 *     utf16_decode(&text, piece, &out);        (any number of times, cut anywhere)
 *
 * Never fails: a lone surrogate becomes U+FFFD, and half a code unit at the end is dropped.
 */
#ifndef UTF16_H
#define UTF16_H

#include "span.h"
#include "strbuf.h"

struct utf16 {
    bool big; /* the byte order */
    bool has_half;
    unsigned char half;
    uint32_t high; /* the first half of a surrogate pair; 0: none waits */
};

/* True if the text begins with a byte order mark of UTF-16, which is moved past; sets *ret. */
bool utf16_begins(struct span *text, struct utf16 *ret);
void utf16_decode(struct utf16 *text, struct span in, struct strbuf *out);
/* Appends a code unit of UTF-16; *high is between calls what the member of that name is. */
void utf16_add_unit(uint32_t *high, uint32_t unit, struct strbuf *out);
/* Whatever comes next is no second half of a pair. */
void utf16_give_up_pair(uint32_t *high, struct strbuf *out);

#endif
