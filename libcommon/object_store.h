/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where results are kept: a folder, whose files are the objects.  The same calls
 * will reach Ceph's S3 gateway; s3:// is refused by name until that part is built.
 *
 * A key is up to LIMIT_OBJECT_KEY bytes of A-Z a-z 0-9 . _ - = : and '/' between
 * parts, none of which is empty or starts with a dot: what any S3 server signs
 * rightly, and what cannot lead out of the folder.  An object appears whole or
 * not at all, and is on the disk when a call says so: it is written below
 * .incomplete/, synced, and renamed.  Any number of processes may work on one
 * store.  Values are bodies of up to LIMIT_DOCUMENT bytes.
 */
#ifndef OBJECT_STORE_H
#define OBJECT_STORE_H

#include "cleanup.h"
#include "error.h"
#include "span.h"
#include "strbuf.h"

struct object_store;

/* Opens DIR, made with its parents when it is not there. s3://... is ERROR_CONFIGURATION. NULL with err set. */
struct object_store *object_store_open(const char *where, struct error *err);
void object_store_close(struct object_store *store);
DEFINE_CLEANUP(cleanup_object_store, struct object_store *, object_store_close)

/* As it was opened, for messages and receipts. */
const char *object_store_place(const struct object_store *store);

/*
 * Stores body under key unless there is an object of that key, of two writers at
 * the same time only one wins: *ret_taken tells the other one.
 */
bool object_store_put_new(struct object_store *store, const char *key, struct span body,
                          bool *ret_taken, struct error *err);
/* Stores body under key in the place of what was there. */
bool object_store_put(struct object_store *store, const char *key, struct span body,
                      struct error *err);
/* Appends the object's body to out; an object that is not there sets *ret_found false and is no error. */
bool object_store_get(struct object_store *store, const char *key, struct strbuf *out,
                      bool *ret_found, struct error *err);

/* True if key may be a key (see above). Pure. */
bool object_key_is_valid(struct span key);

#endif
