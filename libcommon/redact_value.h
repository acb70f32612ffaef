/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a secret's value is, as shells, JSON and YAML write one. For redact.c alone. */
#ifndef REDACT_VALUE_H
#define REDACT_VALUE_H

#include <stdbool.h>

#include "span.h"

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static inline bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static inline bool is_quote(char c)
{
    return c == '"' || c == '\'';
}

/* The byte at i, or '\n' beyond the end: nothing that is looked for goes past a line. */
static inline char byte_at(struct span s, size_t i)
{
    return i < s.len ? s.data[i] : '\n';
}

/* The length of the value at the start of s; outer is the quote within which it stands, or NUL. */
size_t redact_value_length(struct span s, char outer);
/* True if value is only a reference to a variable: $TOKEN, "${TOKEN}", "$(TOKEN)". */
bool redact_is_reference(struct span value);

#endif
