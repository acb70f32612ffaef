/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * TOML 1.0 (toml.io/en/v1.0.0) as a tree of JSON: tables are objects; what JSON has no type for
 * (dates, inf, nan, integers beyond 64 bits) is a string as it is spelt.  Takes what is right;
 * of what is wrong refuses what has no one meaning (a key twice, a table that is a value) and
 * is silent about the rest (control characters, a table that is opened twice).  Pure; nesting is
 * bounded by LIMIT_TOML_DEPTH, what is allocated by the text's length.
 */
#ifndef TOML_H
#define TOML_H

#include <jansson.h>

#include "error.h"
#include "span.h"

/* A new reference to an object; NULL with err set (ERROR_MALFORMED), which names the line. */
json_t *toml_parse(struct span bytes, struct error *err);

#endif
