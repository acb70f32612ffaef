/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The index of what is stored: below build-analysis/index/DAY/ each run leaves one
 * object of JSON lines (index_row.h) for each day that its documents say they were
 * made on.  It is named by the SHA-256 of its bytes, so no two writers ever have one
 * name for different rows, and the same work done again leaves the same object.  What joins
 * objects or removes rows stores under random names (index_objects.h).
 */
#ifndef INDEX_H
#define INDEX_H

#include "error.h"
#include "index_row.h"

/* Rows that are held: more of a run become another object. */
#define INDEX_ROWS 10000

struct index {
    struct index_line *lines;
    size_t count;
    size_t capacity;
    size_t bytes;
    char *raw_log;  /* the id of the run's raw log */
    bool many_logs; /* and which of them belongs to a document is not known */
};

/* row is taken over. */
void index_add_take(struct index *index, const struct index_day *day, json_t *row);
/* A raw log was stored: it is the one that the analyses and observations of this run come from. */
void index_add_raw_log(struct index *index, const char *id);
/* True when it is time for index_write. */
bool index_is_full(const struct index *index);
/* Where the rows of one day go. */
typedef bool index_sink(void *context, const struct index_day *day, struct span rows,
                        struct error *err);
/* Hands all rows out, a day at a time, and forgets them. */
bool index_write(struct index *index, index_sink *sink, void *context, struct error *err);
void index_release(struct index *index);

/* The key of an object with these rows. prefix: what all keys start with. Free it. */
char *index_key(const char *prefix, const struct index_day *day, struct span rows);

#endif
