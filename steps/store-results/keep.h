/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Storing: things are gathered, put into every store together unless they are there
 * already, and a receipt is written for each in each store, in the order in which
 * they came; in the end comes the index (index.h).
 *
 *     while (...) keep_document(&keeper, text, name, line, &err) or keep_raw_log(...)
 *     keep_finish(&keeper, &err);
 *
 * The same id with the same result is stored once; the same id with another
 * result is refused and what is stored stays.  What is refused (ERROR_MALFORMED,
 * ERROR_NO_INPUT) does not keep the rest from being stored: the first refusal is
 * told at the end, with the number of those after it.  Nor does a store that fails
 * keep the others from being filled: the first failure is told at the end, and ends
 * the run (false with err set) when all stores have failed.  With a spool it never does:
 * what a store has not got waits there (spool.h); what is being stored is brought there
 * before a server is tried again.
 */
#ifndef KEEP_H
#define KEEP_H

#include <pthread.h>

#include "index.h"
#include "kept.h"
#include "object_store.h"
#include "put_batch.h"
#include "receipt.h"
#include "spool.h"

/*
 * More than a server is sent at one time; their bytes are held, in memory or in files, and those of as many that
 * are gathered meanwhile.
 */
#define KEPT_AT_ONCE 128
#define KEPT_BYTES_AT_ONCE (16 * MIB)
/* Places that one run stores in. */
#define KEEPER_STORES 8

/* One of those that are put together. */
struct keeping {
    struct kept kept;
    char *where; /* the input, for messages */
    const char
        *spooled; /* the name of the spool's file that it has or comes from; NULL: there is none */
    bool stored;  /* in one place at least */
    bool failed;
    bool waits; /* for a store that failed */
};

/* What is on its way to the stores; until it has landed its thread has the stores, and these. */
struct flight {
    struct keeping *things; /* KEPT_AT_ONCE, count of them used */
    size_t count;
    struct put_outcome *outcomes; /* KEPT_AT_ONCE for each store */
    bool has_thread;
    pthread_t thread;
};

struct keeper {
    struct object_store *stores[KEEPER_STORES];
    size_t store_count;
    struct kept_how how;
    struct receipt_how receipts;
    struct json_out *out; /* where receipts go */
    struct spool *spool;  /* NULL: there is none */

    struct keeping *batch; /* what is gathered: KEPT_AT_ONCE, count of them used */
    size_t count;
    uint64_t bytes;
    struct flight flight;
    struct index index;
    uint64_t kept;
    uint64_t refused;
    struct error first; /* of what was refused */
    uint64_t waiting;   /* in the spool */
    bool is_away[KEEPER_STORES];
    struct error away; /* the first failure of a store */
    const char **sent; /* of the spool, to remove when the index is written */
    size_t sent_count;
    size_t sent_capacity;
};

/* Stores in this one too, which is taken over; the spool is set before. */
void keep_use_store(struct keeper *keeper, struct object_store *store);
/* name and line (0: none) say where the document's JSON text was read. */
bool keep_document(struct keeper *keeper, struct span text, const char *name, uint64_t line,
                   struct error *err);
/* The log of this stream. */
bool keep_raw_log(struct keeper *keeper, struct stream *log, const char *name, struct error *err);
/* Stores what waits in the spool, oldest first, as long as no store fails. */
bool keep_send_spool(struct keeper *keeper, struct error *err);
/* An input that cannot be read. */
void keep_refuse(struct keeper *keeper, const struct error *why);
/* Stores what is gathered, as nothing more may come for a while. */
bool keep_send(struct keeper *keeper, struct error *err);
/* The same at the end, and the index. False with err set if that failed, or anything was refused. */
bool keep_finish(struct keeper *keeper, struct error *err);
void keep_release(struct keeper *keeper);
#define KEEPER_AUTO(name) __attribute__((cleanup(keep_release))) struct keeper name = {0}

#endif
