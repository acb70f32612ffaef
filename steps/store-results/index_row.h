/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line of the index: what a listing of a year needs of one document, so that the
 * document itself need not be read.  Pure.
 *
 *     {"id", "kind", "outcome", "failure", "images": [...]}
 *
 * To those that come of a build's log index.c adds "raw_log", the id of the log that was stored with them.
 */
#ifndef INDEX_ROW_H
#define INDEX_ROW_H

#include <jansson.h>
#include <stdbool.h>

#include "span.h"

/* "2026-11-28" with NUL. */
struct index_day {
    char text[10 + 1];
};

/* True, and the day in *ret, if text starts with one, as metadata.datetime does. */
bool index_day_parse(struct span text, struct index_day *ret);
/* A new reference. outcome and failure (the cause's id) are null where the document has none. */
json_t *index_row_of(const json_t *document);

#endif
