/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strict.h"

#include "cli.h"
#include "json_in.h"

/* Warnings of what is in the image, and is told; all others are of what was lost. */
static const char *const harmless[] = {
    "duplicate",      /* both are listed */
    "env-left-out",   /* a variable that the reader would misunderstand */
    "no-layers",      /* there was nothing to read */
    "no-version",     /* the image itself does not tell it */
    "older-database", /* rpm itself does not read it */
    "two-versions",   /* both stand in the message */
};

static bool is_harmless(const json_t *warning)
{
    struct span code = json_in_span_or_empty(warning, "code");

    for (size_t i = 0; i < ARRAY_LENGTH(harmless); i++)
        if (span_equal_string(code, harmless[i]))
            return true;
    return false;
}

bool strict_check(const struct findings *findings, struct error *err)
{
    const json_t *first = NULL;
    json_t *warning;
    size_t count = 0;
    size_t i;

    json_array_foreach (findings->warnings, i, warning) {
        if (is_harmless(warning))
            continue;
        first = first ? first : warning;
        count++;
    }
    if (!first)
        return true;
    return error_set(err, ERROR_MALFORMED,
                     "not all was read (--strict): %zu %s of it, the first: %s: '%s': %s", count,
                     count == 1 ? "warning tells" : "warnings tell",
                     json_in_string_or(first, "code", ""),
                     QUOTE(json_in_string_or(first, "path", "")),
                     json_in_string_or(first, "message", ""));
}
