/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One thing to keep: its key, its bytes, and what receipts say of it.
 *
 *     struct kept kept = {0};
 *     if (kept_document(&kept, text, &how, &err)) ...
 *     kept_release(&kept);                    (also after a failure)
 */
#ifndef KEPT_H
#define KEPT_H

#include "digest.h"
#include "error.h"
#include "index_row.h"
#include "object_store.h"
#include "span.h"
#include "strbuf.h"

#define KEPT_RAW_LOG "raw-log"

struct kept {
    char *id;
    char *kind; /* result.schema.kind, "" for none; KEPT_RAW_LOG */
    char *key;
    char *pointer; /* the key of the pointer to an image analysis; NULL: none */
    char *body;
    struct object_file *file; /* of a raw log, instead of body; NULL: there is none */
    uint64_t size;            /* of either */
    struct digest sha256;
    size_t masked;       /* secrets in a raw log */
    char *result_sha256; /* of a document's result as canonical JSON, in hexadecimal; NULL: none */
    json_t *row;         /* of the index; NULL: none */
    struct index_day day;
};

struct kept_how {
    const char *prefix; /* what all keys start with: "" or "x/y/" */
    bool redact;        /* raw logs */
    bool validate;      /* documents: their required members */
    const char *folder; /* where a raw log lies that is too large for memory */
};

/* The document of this JSON text, whose bytes are kept as they came. */
bool kept_document(struct kept *kept, struct span text, const struct kept_how *how,
                   struct error *err);
/* A build log (raw_log.h), which is read to its end. */
bool kept_raw_log(struct kept *kept, struct stream *log, const struct kept_how *how,
                  struct error *err);
/* The document of a build log, as kept_raw_log has made it: file is taken over. */
void kept_raw_log_take(struct kept *kept, const struct object_file *file,
                       const struct kept_how *how);
void kept_release(struct kept *kept);

/* Of what has no file. */
static inline struct span kept_body(const struct kept *kept)
{
    return span_of(kept->body, kept->file ? 0 : (size_t)kept->size);
}
struct md5_text kept_md5(const struct kept *kept);

/*
 * The same of what is known of it without its being read.  False says nothing of a document: then it is to be
 * read.  A raw log's key holds the digest of its bytes, so whoever stored it without one is taken at its MD5.
 */
bool kept_accepts_facts(struct kept *kept, const struct object_facts *stored);
/*
 * True if stored, what lies under a document's key already, is as good: the same result, whatever
 * metadata says of time and host.  The index then tells of what is stored.
 */
bool kept_accepts(struct kept *kept, struct span stored);

#endif
