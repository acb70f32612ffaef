/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "required.h"

#include <string.h>

#include "document.h"
#include "required_keys.h"

#define T(type) (1U << JSON_##type)
#define ANY_TYPE (~0U)
/* Of the table's rows; the deepest today is 5. */
#define DEPTH 16

/* Depth first: a row's parent is the last one above it that is a level less deep. At depth 0 is the kind. */
static const struct row {
    unsigned depth;
    unsigned types;
    const char *name;
} rows[] = {REQUIRED_KEYS};
#define ROWS (sizeof rows / sizeof *rows)

/* The row behind that of the kind; ROWS when it has none. */
static size_t first_row(const char *kind)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].depth == 0 && strcmp(rows[i].name, kind) == 0)
            return i + 1;
    return ROWS;
}

/* names: those of the levels above row and its own. */
static bool refuse(const struct row *row, const char *const *names, const char *what,
                   struct error *err)
{
    error_set(err, ERROR_MALFORMED, "'%s' %s", row->name, what);
    if (row->depth > 1)
        error_prefix(err, "in '%s'", names[row->depth - 1]);
    return false;
}

bool required_keys_check(const json_t *document, struct error *err)
{
    const json_t *values[DEPTH] = {document};
    const char *names[DEPTH] = {""};

    for (size_t i = first_row(document_kind(document)); i < ROWS && rows[i].depth; i++) {
        const struct row *row = &rows[i];
        const json_t *parent = values[row->depth - 1];
        const json_t *value = json_object_get(parent, row->name);

        values[row->depth] = value;
        names[row->depth] = row->name;
        /* What may be null has no members then. */
        if (!json_is_object(parent))
            continue;
        if (!value)
            return refuse(row, names, "is missing", err);
        if (!(row->types & 1U << json_typeof(value)))
            return refuse(row, names, "is of another type", err);
    }
    return true;
}
