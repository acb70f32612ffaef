/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Base64 (RFC 4648, section 4), as configuration files have it.  Pure. */
#ifndef BASE64_H
#define BASE64_H

#include "span.h"
#include "strbuf.h"

/*
 * Appends what text stands for to out.  Line breaks in it are passed over and the padding at its end
 * may be missing, as people make it with other tools; anything else is false, with some of it
 * appended.
 */
bool base64_decode(struct span text, struct strbuf *out);

/* Appends what stands for bytes, without line breaks, to out. */
void base64_encode(struct span bytes, struct strbuf *out);

#endif
