/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes from outside made fit for messages and documents.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "span.h"
#include "strbuf.h"

/*
 * Replaces, in place, what a terminal or a log reader could take for a command:
 * bytes below 0x20, DEL, and the C1 controls (U+0080 to U+009F, which are the
 * bytes 0xC2 0x80..0x9F in UTF-8) become '?'.
 */
void text_mask_controls(char *bytes, size_t len);

/*
 * The length in bytes (1 to 4) of the valid UTF-8 sequence at the start of in,
 * 0 if there is none (Unicode 15, table 3-7: no overlong forms, no surrogates).
 */
size_t text_utf8_length(struct span in);

/*
 * Appends in to out as valid UTF-8 without U+0000: each maximal invalid part
 * and each NUL becomes U+FFFD (design: strings from outside).  Returns how
 * many were replaced.
 */
size_t text_append_utf8(struct strbuf *out, struct span in);

/*
 * The length of in without a sequence at its end that may go on: of a text that comes in pieces, what is to
 * be given to text_append_utf8 now, if all of it is to become what the whole would.
 */
size_t text_utf8_settled(struct span in);

#endif
