/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the lines of a day's index: they are joined, removed with their document, asked for a log. */
#ifndef INDEX_ROWS_H
#define INDEX_ROWS_H

#include "index_row.h"
#include "object_store.h"

/*
 * Joins the objects of a day into one with a line for each document.  The new one is stored before the old ones
 * are removed, under a name that nobody has listed: whoever else writes, joins or removes, and whenever this is broken
 * off, no line is lost.
 */
bool index_compact(struct object_store *store, const char *prefix, const struct index_day *day,
                   struct error *err);

/*
 * Removes the lines of a document. The others of each object are stored before it is removed.  ERROR_TRY_AGAIN after
 * a minute in which others wrote them back again and again.
 */
bool index_remove(struct object_store *store, const char *prefix, const struct index_day *day,
                  const char *id, struct error *err);
/*
 * The id of the log that lines of this document name, and lines of no other one do, whatever its day; NULL: there is
 * none.  Free it.
 */
bool index_find_raw_log(struct object_store *store, const char *prefix, const struct index_day *day,
                        const char *id, char **ret_raw_log, struct error *err);

#endif
