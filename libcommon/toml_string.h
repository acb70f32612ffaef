/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What toml.h is made of: strings in quotes, and the values that are words.  Pure. */
#ifndef TOML_STRING_H
#define TOML_STRING_H

#include <jansson.h>

#include "span.h"
#include "strbuf.h"

bool toml_string_begins(struct span text);
/* Moves past a string of any of the four kinds, whose value is appended; false when it does not end. */
bool toml_string_read(struct span *rest, struct strbuf *out);
/* true, a number, a date: a new reference, or NULL for a word that is none. */
json_t *toml_scalar(struct span word);

#endif
