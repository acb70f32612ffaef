/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things wait on disk while a store is away: a folder, whose files are sent by the
 * next run, oldest first.
 *
 *     TIME-HEX.document     the document's text
 *     TIME-HEX.N.raw-log    the log's document, as it is stored; N secrets are masked in it
 *     TIME-HEX.DAY.index    lines of the index, of things that were stored before
 *     ....refused           what a store did not take: its id is taken by another result
 *
 * TIME is nanoseconds of the epoch, or one more than the latest where the clock was set
 * back.  HEX says what is in it: what waits already is not kept again.  A file appears whole
 * or not at all, is synced, and is removed only when it is stored, so at any moment each
 * thing is here or there, or in both.  Only the user may read it.  Many processes may use
 * one spool: what two of them send is stored once.
 */
#ifndef SPOOL_H
#define SPOOL_H

#include "index_row.h"
#include "kept.h"

struct spool {
    char *folder;
    char **names; /* of what waits, oldest first */
    size_t count;
    size_t capacity;
    uint64_t last;  /* TIME of the latest */
    size_t refused; /* how many had been set aside when it was opened */
};

/* Opens folder, made when it is not there, and lists it. */
bool spool_open(struct spool *spool, const char *folder, struct error *err);
void spool_release(struct spool *spool);
#define SPOOL_AUTO(name) __attribute__((cleanup(spool_release))) struct spool name = {0}

/* *ret_name becomes the name of its file, which spool owns. */
bool spool_keep(struct spool *spool, const struct kept *kept, const char **ret_name,
                struct error *err);
bool spool_keep_index(struct spool *spool, const struct index_day *day, struct span rows,
                      struct error *err);

enum spooled_kind { SPOOLED_DOCUMENT, SPOOLED_RAW_LOG, SPOOLED_INDEX };

/* What a file holds, as its name says. */
struct spooled {
    enum spooled_kind kind;
    struct index_day day; /* of an index */
    uint64_t masked;      /* in a log */
};

/* False of names that are not ours.  A log's without N is an older program's. */
bool spool_name_parse(const char *name, struct spooled *ret);
/* Its bytes are added to out. ERROR_NO_INPUT: another process has sent it. */
bool spool_read(const struct spool *spool, const char *name, struct strbuf *out, struct error *err);
/* A raw log's, which stays where it is until it is released. The same. */
bool spool_open_file(const struct spool *spool, const char *name, struct object_file *ret,
                     struct error *err);
/* It is stored. What another process removed already is no error. */
bool spool_remove(const struct spool *spool, const char *name, struct error *err);
/* A store will never take it. */
bool spool_set_aside(const struct spool *spool, const char *name, struct error *err);

#endif
