/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "object_store.h"

#include <string.h>

#include "object_store_kind.h"
#include "s3_place.h"
#include "xalloc.h"

/* ---- keys ---- */

static bool is_key_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("._-=:", c));
}

static bool is_key_part(struct span part)
{
    if (!part.len || part.len > LIMIT_OBJECT_KEY_PART || part.data[0] == '.')
        return false;
    for (size_t i = 0; i < part.len; i++)
        if (!is_key_byte(part.data[i]))
            return false;
    return true;
}

bool object_key_is_valid(struct span key)
{
    struct span part;

    if (!key.len || key.len > LIMIT_OBJECT_KEY || key.data[key.len - 1] == '/')
        return false;
    while (span_split(&key, '/', &part))
        if (!is_key_part(part))
            return false;
    return true;
}

static bool check_key(const char *key, struct error *err)
{
    if (object_key_is_valid(span_string(key)))
        return true;
    return error_set(err, ERROR_MALFORMED, "'%s' cannot be an object's key", QUOTE(key));
}

/* ---- the store ---- */

struct object_store *object_store_open(const char *where, const struct object_store_options *how,
                                       struct error *err)
{
    static const struct object_store_options defaults;

    if (strncmp(where, "s3://", 5) == 0)
        return object_store_open_s3(where, how ? how : &defaults, err);
    return s3_place_check_folder(where, err) ? object_store_open_folder(where, err) : NULL;
}

void object_store_close(struct object_store *store)
{
    if (!store)
        return;
    char *place = store->place;

    store->kind->close(store);
    free(place);
}

const char *object_store_place(const struct object_store *store)
{
    return store->place;
}

void object_store_set_end(struct object_store *store, int64_t end)
{
    store->end = end;
}

void object_store_set_trouble(struct object_store *store, void (*trouble)(void *context),
                              void *context)
{
    store->trouble = trouble;
    store->trouble_context = context;
}

uint64_t object_put_size(const struct object_put *put)
{
    return put->file ? put->file->size : put->body.len;
}

static void check_put(struct object_put *put)
{
    unsigned long long most = put->file ? LIMIT_OBJECT : LIMIT_DOCUMENT;

    if (object_put_size(put) > most)
        error_set(&put->err, ERROR_MALFORMED, "'%s' is larger than %llu bytes", QUOTE(put->key),
                  most);
    else
        check_key(put->key, &put->err);
}

bool object_store_put_many(struct object_store *store, struct object_put *puts, size_t count,
                           struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        puts[i].taken = false;
        puts[i].there = (struct object_facts){0};
        puts[i].err = (struct error){0};
        check_put(&puts[i]);
    }
    store->kind->put_many(store, puts, count);
    for (size_t i = 0; i < count; i++)
        if (error_is_set(&puts[i].err))
            return error_set(err, puts[i].err.kind, "%s", puts[i].err.message);
    return true;
}

bool object_store_put_new(struct object_store *store, const char *key, struct span body,
                          bool *ret_taken, struct error *err)
{
    struct object_put put = {.key = key, .body = body, .only_new = true};
    bool done = object_store_put_many(store, &put, 1, err);

    *ret_taken = put.taken;
    return done;
}

bool object_store_put(struct object_store *store, const char *key, struct span body,
                      struct error *err)
{
    struct object_put put = {.key = key, .body = body};

    return object_store_put_many(store, &put, 1, err);
}

bool object_store_get(struct object_store *store, const char *key, struct strbuf *out,
                      bool *ret_found, struct error *err)
{
    *ret_found = false;
    return check_key(key, err) && store->kind->get(store, key, out, ret_found, err);
}

bool object_store_has(struct object_store *store, const char *key, bool *ret_found,
                      struct error *err)
{
    *ret_found = false;
    return check_key(key, err) && store->kind->has(store, key, ret_found, err);
}

bool object_store_remove(struct object_store *store, const char *key, struct error *err)
{
    return check_key(key, err) && store->kind->remove(store, key, err);
}

static bool list(struct object_store *store, const char *folder, bool below, struct strbuf *names,
                 struct error *err)
{
    struct span key = span_string(folder);

    if (!span_ends_with(key, "/") || !object_key_is_valid(span_head(key, key.len - 1)))
        return error_set(err, ERROR_MALFORMED, "'%s' is no folder of objects", QUOTE(folder));
    if (!store->kind->list(store, folder, below, names, err))
        return false;
    return !strbuf_overflowed(names) ||
           error_set(err, ERROR_MALFORMED, "there are too many objects in '%s'", QUOTE(folder));
}

bool object_store_list(struct object_store *store, const char *folder, struct strbuf *names,
                       struct error *err)
{
    return list(store, folder, false, names, err);
}

bool object_store_list_below(struct object_store *store, const char *folder, struct strbuf *names,
                             struct error *err)
{
    return list(store, folder, true, names, err);
}
