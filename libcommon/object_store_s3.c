/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bucket.  What libs3 says of a request is not relied on (s3_transport.h tells why): a PUT has
 * done its work when a HEAD afterwards gives the size and the MD5 of what was sent, and a GET when as
 * many bytes came as were promised, with the MD5 that the object has.
 */
#include <string.h>

#include "object_store_calls.h"
#include "object_store_kind.h"
#include "retry.h"
#include "xalloc.h"

/* An MD5 in hexadecimal: an ETag of another form is that of parts, or of something encrypted. */
#define MD5_HEX 32

struct store {
    struct object_store base;
    struct s3_place place;
    struct object_calls *calls;
    long retry_seconds;
};

static struct object_call new_call(const struct store *store, enum object_method method,
                                   const char *key)
{
    return (struct object_call){.method = method, .key = key, .end = store->base.end};
}

/* After a failure: waits, and says true when it is worth another try. */
static bool may_try_again(const struct store *store, const struct error *why, struct retry *retry)
{
    if (why->kind != ERROR_TRY_AGAIN || object_calls_gave_up(store->calls))
        return false;
    if (store->base.trouble)
        store->base.trouble(store->base.trouble_context);
    return retry_wait(retry, -1);
}

static char *key_of(const struct store *store, const char *key)
{
    return xasprintf("%s%s", store->place.prefix, key);
}

static bool tell(const struct store *store, const char *key, const struct error *why,
                 struct error *err)
{
    return error_set(err, why->kind, "'%s' at '%s': %s", QUOTE(key), QUOTE(store->base.place),
                     why->message);
}

/* ---- put ---- */

struct upload {
    struct object_put *put;
    char *key;
    struct digest_text sha256;
    struct md5_text md5;
    bool uncertain; /* a try before may have stored it */
    bool refused;   /* something is there already */
};

static void prepare(struct upload *up, const struct store *store, struct object_put *put)
{
    struct digest digest = put->file ? put->file->sha256 : digest_of(put->body);

    up->put = put;
    up->key = key_of(store, put->key);
    up->sha256 = digest_format(&digest);
    up->md5 = put->file ? put->file->md5 : md5_of(put->body);
}

static struct object_call put_call(const struct store *store, const struct upload *up)
{
    struct object_call call = new_call(store, CALL_PUT, up->key);

    call.body = up->put->body;
    call.file = up->put->file;
    call.size = object_put_size(up->put);
    call.md5 = &up->md5;
    call.sha256 = &up->sha256;
    call.result_sha256 = up->put->result_sha256;
    call.day = up->put->day;
    call.http.only_new = up->put->only_new;
    return call;
}

static void heed_put(struct upload *up, const struct object_call *call)
{
    bool is_stored = !error_is_set(&call->err);

    up->refused = object_call_is_taken(call);
    up->uncertain = up->uncertain || is_stored || !object_call_is_refused(call) ||
                    call->err.kind == ERROR_TRY_AGAIN || call->http.sendings > 1;
    if (!is_stored && !up->refused)
        up->put->err = call->err;
}

static bool is_as_sent(const struct upload *up, const struct s3_request *http)
{
    return http->has_length && http->length == object_put_size(up->put) &&
           strcmp(http->etag, up->md5.hex) == 0;
}

/* What is of another form is not one of ours. */
static void copy_hex(char *out, const char *text, size_t digits)
{
    if (span_is_hex(span_string(text), digits))
        memcpy(out, text, digits + 1);
}

static struct object_facts facts_of(const struct s3_request *http)
{
    struct object_facts facts = {.size = http->has_length ? http->length : 0};

    copy_hex(facts.md5, http->etag, MD5_HEX);
    copy_hex(facts.sha256, http->sha256, DIGEST_HEX);
    copy_hex(facts.result_sha256, http->result_sha256, DIGEST_HEX);
    if (strlen(http->day) < sizeof facts.day)
        memcpy(facts.day, http->day, strlen(http->day) + 1);
    return facts;
}

static void heed_head(struct upload *up, const struct object_call *head)
{
    bool is_there = !error_is_set(&head->err);

    if (is_there)
        up->put->there = facts_of(&head->http);
    if (is_there && is_as_sent(up, &head->http))
        up->put->taken = up->refused && !up->uncertain;
    else if (is_there && up->refused)
        up->put->taken = true;
    else if (is_there)
        error_set(&up->put->err, ERROR_TRY_AGAIN, "what is there is not what was sent");
    else if (object_call_is_absent(head))
        error_set(&up->put->err, ERROR_TRY_AGAIN, "it is not there after it was stored");
    else
        up->put->err = head->err;
}

/* Each PUT, and a HEAD of it when it may have worked. */
static void try_once(struct store *store, struct upload *ups, size_t count)
{
    CLEANUP(cleanup_free) struct object_call *puts = xcalloc(count + 1, sizeof *puts);
    CLEANUP(cleanup_free) struct object_call *heads = xcalloc(count + 1, sizeof *heads);

    for (size_t i = 0; i < count; i++) {
        puts[i] = put_call(store, &ups[i]);
        heads[i] = new_call(store, CALL_HEAD, ups[i].key);
        puts[i].then = &heads[i];
    }
    object_calls_heed_silence(store->calls, store->base.trouble, store->base.trouble_context);
    object_calls_run(store->calls, puts, count);
    for (size_t i = 0; i < count; i++) {
        heed_put(&ups[i], &puts[i]);
        if (!error_is_set(&ups[i].put->err))
            heed_head(&ups[i], &heads[i]);
        object_call_release(&puts[i]);
        object_call_release(&heads[i]);
    }
}

/* Moves those that may be tried again to the front; returns how many there are. */
static size_t keep_unfinished(struct upload *ups, size_t count)
{
    size_t left = 0;

    for (size_t i = 0; i < count; i++) {
        if (ups[i].put->err.kind == ERROR_TRY_AGAIN) {
            struct upload kept = ups[i];

            ups[i] = ups[left];
            ups[left++] = kept;
        }
    }
    return left;
}

static void put_all(struct store *store, struct upload *ups, size_t count)
{
    struct retry retry = {.seconds = store->retry_seconds};

    for (;;) {
        try_once(store, ups, count);
        count = keep_unfinished(ups, count);
        if (!count || !may_try_again(store, &ups[0].put->err, &retry))
            return;
        for (size_t i = 0; i < count; i++)
            error_clear(&ups[i].put->err);
    }
}

static void put_many(struct object_store *base, struct object_put *puts, size_t count)
{
    struct store *store = (struct store *)base;
    CLEANUP(cleanup_free) struct upload *ups = xcalloc(count + 1, sizeof *ups);
    size_t ready = 0;

    for (size_t i = 0; i < count; i++)
        if (!error_is_set(&puts[i].err))
            prepare(&ups[ready++], store, &puts[i]);
    put_all(store, ups, ready);
    for (size_t i = 0; i < ready; i++) {
        struct error why = ups[i].put->err;

        error_clear(&ups[i].put->err);
        if (error_is_set(&why))
            tell(store, ups[i].put->key, &why, &ups[i].put->err);
        free(ups[i].key);
    }
}

/* ---- get, has and remove ---- */

static void check_got(struct object_call *call, size_t before)
{
    struct span body = span_skip(strbuf_span(call->into), before);
    struct md5_text md5 = md5_of(body);
    const char *etag = call->http.etag;

    if (!call->http.has_length || !*etag)
        error_set(&call->err, ERROR_MALFORMED, "the answer has no length or no ETag");
    else if (body.len != call->http.length)
        error_set(&call->err, ERROR_TRY_AGAIN, "%zu of %llu bytes came", body.len,
                  (unsigned long long)call->http.length);
    else if (span_is_hex(span_string(etag), MD5_HEX) && strcmp(etag, md5.hex) != 0)
        error_set(&call->err, ERROR_TRY_AGAIN, "what came is not what is stored");
}

static bool get_once(struct store *store, const char *key, struct strbuf *out, bool *ret_found,
                     struct error *err)
{
    struct object_call call = new_call(store, CALL_GET, key);
    size_t before = out->len;
    bool done;

    call.into = out;
    object_calls_run(store->calls, &call, 1);
    *ret_found = !error_is_set(&call.err);
    if (strbuf_overflowed(out)) {
        error_clear(&call.err);
        error_set(&call.err, ERROR_MALFORMED, "it is larger than %zu bytes", out->ceiling);
    } else if (*ret_found) {
        check_got(&call, before);
    }
    done = !error_is_set(&call.err) || object_call_is_absent(&call);
    object_call_release(&call);
    if (!done) {
        strbuf_truncate(out, before);
        *err = call.err;
    }
    return done;
}

static bool get(struct object_store *base, const char *name, struct strbuf *out, bool *ret_found,
                struct error *err)
{
    struct store *store = (struct store *)base;
    CLEANUP(cleanup_free) char *key = key_of(store, name);
    struct retry retry = {.seconds = store->retry_seconds};
    struct error why = {0};

    while (!get_once(store, key, out, ret_found, &why)) {
        *ret_found = false;
        if (!may_try_again(store, &why, &retry))
            return tell(store, name, &why, err);
        error_clear(&why);
    }
    return true;
}

/* Asks by a method that needs nothing but the key. *ret_found false: there is no such object. */
static bool ask(struct store *store, enum object_method method, const char *name, bool *ret_found,
                struct error *err)
{
    CLEANUP(cleanup_free) char *key = key_of(store, name);
    struct retry retry = {.seconds = store->retry_seconds};

    for (;;) {
        struct object_call call = new_call(store, method, key);

        object_calls_run(store->calls, &call, 1);
        *ret_found = !object_call_is_absent(&call);
        object_call_release(&call);
        if (!*ret_found || !error_is_set(&call.err))
            return true;
        if (!may_try_again(store, &call.err, &retry))
            return tell(store, name, &call.err, err);
    }
}

static bool has(struct object_store *base, const char *name, bool *ret_found, struct error *err)
{
    return ask((struct store *)base, CALL_HEAD, name, ret_found, err);
}

static bool remove_one(struct object_store *base, const char *name, struct error *err)
{
    bool untold;

    return ask((struct store *)base, CALL_DELETE, name, &untold, err);
}

/* ---- list ---- */

/* What is listed, and how far that is. */
struct listing {
    const char *folder; /* as the start of keys */
    bool below;
    struct strbuf *names;
    char *last; /* the last key that came */
    bool has_more;
};

/* Keys (and the folder itself, which may be an object) as names. */
static void add_names(struct listing *listing, struct span keys)
{
    struct span key;

    while (span_split(&keys, '\n', &key)) {
        free(listing->last);
        listing->last = xmemdup0(key.data, key.len);
        if (!span_eat(&key, listing->folder) || !object_key_is_valid(key) ||
            (!listing->below && span_find_byte(key, '/') < key.len))
            continue;
        strbuf_add_span(listing->names, key);
        strbuf_add_byte(listing->names, '\n');
    }
}

/* The keys that follow the last. */
static bool list_page(struct store *store, struct listing *listing, struct error *err)
{
    STRBUF_AUTO(keys, (size_t)2000 * LIMIT_OBJECT_KEY);
    struct object_call call = new_call(store, CALL_LIST, listing->folder);
    bool has_come;

    call.after = listing->last;
    call.below = listing->below;
    call.into = &keys;
    object_calls_run(store->calls, &call, 1);
    has_come = !error_is_set(&call.err);
    if (has_come)
        add_names(listing, strbuf_span(&keys));
    else
        *err = call.err;
    /* A page without keys would be asked for again and again. */
    listing->has_more = call.has_more && keys.len && !strbuf_overflowed(listing->names);
    object_call_release(&call);
    return has_come;
}

static bool list(struct object_store *base, const char *name, bool below, struct strbuf *names,
                 struct error *err)
{
    struct store *store = (struct store *)base;
    CLEANUP(cleanup_free) char *folder = key_of(store, name);
    struct listing listing = {.folder = folder, .below = below, .names = names, .has_more = true};
    struct retry retry = {.seconds = store->retry_seconds};
    struct error why = {0};

    while (listing.has_more) {
        if (list_page(store, &listing, &why)) {
            retry_progress(&retry);
            continue;
        }
        if (!may_try_again(store, &why, &retry))
            break;
        error_clear(&why);
        listing.has_more = true;
    }
    free(listing.last);
    return !error_is_set(&why) || tell(store, name, &why, err);
}

/* ---- the store ---- */

static void close_store(struct object_store *base)
{
    struct store *store = (struct store *)base;

    object_calls_free(store->calls);
    s3_place_release(&store->place);
    free(store);
}

static const struct object_store_kind kind = {close_store, put_many, get, has, remove_one, list};

struct object_store *object_store_open_s3(const char *where, const struct object_store_options *how,
                                          struct error *err)
{
    struct store *store = xcalloc(1, sizeof *store);

    if (!s3_place_find(where, how, &store->place, err)) {
        s3_place_release(&store->place);
        free(store);
        return NULL;
    }
    store->calls = object_calls_new(&store->place, how);
    store->base.kind = &kind;
    store->base.place = xstrdup(where);
    store->retry_seconds = how->retry_seconds;
    return &store->base;
}
