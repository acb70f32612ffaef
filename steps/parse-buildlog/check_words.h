/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * parse-buildlog --check-rules: are the words by which ends are told (words.h) what
 * docs/rules.md asks for?
 */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include <stddef.h>

#include "strbuf.h"
#include "words_read.h"

/*
 * Each list says what it says, has examples, finds those that it must and no other, and has no
 * word twice or for nothing.  Appends one line a finding to findings and returns how many
 * there are.
 */
size_t words_check(const struct word_lists *lists, struct strbuf *findings);

#endif
