/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The start of a text that is too long to keep, cut so that no half of a secret is left which is
 * not masked for what is missing: between words, and within a word before an URL's user and
 * password whose end ('@') is cut off (RFC 3986, section 3.2.1).
 */
#ifndef TEXT_CUT_H
#define TEXT_CUT_H

#include "span.h"

/* At most most bytes of text; a view of it. */
struct span text_cut(struct span text, size_t most);

#endif
