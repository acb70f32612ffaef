/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds of stores have in common with object_store.c, which checks keys before they come here. */
#ifndef OBJECT_STORE_KIND_H
#define OBJECT_STORE_KIND_H

#include "object_store.h"

struct object_store_kind {
    void (*close)(struct object_store *store);
    /* Fills what is out of each; those with an error set are passed over. */
    void (*put_many)(struct object_store *store, struct object_put *puts, size_t count);
    bool (*get)(struct object_store *store, const char *key, struct strbuf *out, bool *ret_found,
                struct error *err);
    bool (*has)(struct object_store *store, const char *key, bool *ret_found, struct error *err);
    bool (*remove)(struct object_store *store, const char *key, struct error *err);
    /* below: also those in the folders in it. */
    bool (*list)(struct object_store *store, const char *folder, bool below, struct strbuf *names,
                 struct error *err);
};

/* The first member of each kind's own struct, which allocates it; object_store_close() frees place. */
struct object_store {
    const struct object_store_kind *kind;
    char *place;
    int64_t end;                    /* 0: none */
    void (*trouble)(void *context); /* before a wait; NULL: nobody is told */
    void *trouble_context;
};

/* Of its body or its file. */
uint64_t object_put_size(const struct object_put *put);

struct object_store *object_store_open_folder(const char *where, struct error *err);
struct object_store *object_store_open_s3(const char *where, const struct object_store_options *how,
                                          struct error *err);

#endif
