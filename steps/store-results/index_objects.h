/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The objects that make up a day's index: they are listed, read, and written anew, each line a row of JSON.
 *
 *     INDEX_OBJECTS_AUTO(objects) = {.store = store, .prefix = prefix, .day = day};
 *     if (!index_objects_open(&objects, err))
 *         return false;
 *
 * Errors are the store's (object_store.h); a list of names or an object that is too large is ERROR_MALFORMED.
 */
#ifndef INDEX_OBJECTS_H
#define INDEX_OBJECTS_H

#include "index_row.h"
#include "json_in.h"
#include "limits.h"
#include "object_store.h"

/* Names of objects of one day: a million runs. */
#define LIMIT_INDEX_NAMES (64 * MIB)

/* Of a day, or of all of them.  All but folder and names is borrowed. */
struct index_objects {
    struct object_store *store;
    const char *prefix;
    const struct index_day *day; /* NULL: all days, and names are "DAY/..." */
    char *folder;
    struct strbuf names; /* one a line */
};

/* Lists them; release it also where this says false. */
bool index_objects_open(struct index_objects *objects, struct error *err);
void index_objects_release(struct index_objects *objects);
#define INDEX_OBJECTS_AUTO(name) \
    __attribute__((cleanup(index_objects_release))) struct index_objects name

/* The key of one of the names.  Free it. */
char *index_objects_key(const struct index_objects *objects, struct span name);
/*
 * Adds an object's lines to rows, the last with its end, too.  *ret_found false: another process has joined it with
 * others since it was listed, and it has no lines.
 */
bool index_objects_read(const struct index_objects *objects, struct span name, struct strbuf *rows,
                        bool *ret_found, struct error *err);
/*
 * Stores the lines as an object of the day.  Its name is new, so that whoever removes what was listed before does
 * not remove it.
 */
bool index_objects_put(const struct index_objects *objects, struct span rows, struct error *err);

/* A new reference, or NULL of what is no row. */
json_t *index_objects_parse_row(struct span line);
/* Adds the lines of text to out, sorted, one for each document: the longest, which knows the log. */
void index_objects_join(struct span text, struct strbuf *out);

#endif
