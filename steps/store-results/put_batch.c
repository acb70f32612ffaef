/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "put_batch.h"

#include <string.h>

#include "json_in.h"
#include "python_json.h"
#include "stored_json.h"
#include "xalloc.h"

static void set_ours(struct put_outcome *outcome, const struct kept *kept)
{
    outcome->size = kept->size;
    outcome->sha256 = kept->sha256;
    outcome->md5 = kept_md5(kept);
}

static void set_theirs(struct put_outcome *outcome, struct span bytes)
{
    outcome->size = bytes.len;
    outcome->sha256 = digest_of(bytes);
    outcome->md5 = md5_of(bytes);
}

static void set_known(struct put_outcome *outcome, const struct kept *kept,
                      const struct object_facts *there)
{
    CLEANUP(cleanup_free) char *digest = xasprintf("sha256:%s", there->sha256);
    struct error untold = {0};

    outcome->size = there->size;
    memcpy(outcome->md5.hex, there->md5, sizeof there->md5);
    if (!digest_parse(span_string(digest), &outcome->sha256, &untold))
        outcome->sha256 = kept->sha256;
}

/* Looks at what lies under a taken key: the same result is as good as ours. */
static bool accept_stored(struct object_store *store, struct kept *kept,
                          const struct object_facts *there, struct put_outcome *outcome)
{
    STRBUF_AUTO(stored, LIMIT_DOCUMENT + 1);
    struct error *why = &outcome->why;
    bool found;

    outcome->was_there = kept_accepts_facts(kept, there);
    if (outcome->was_there) {
        set_known(outcome, kept, there);
        return true;
    }
    if (kept->file)
        return error_set(why, ERROR_MALFORMED,
                         "'%s' is stored already, and not known to be the same; that one stays",
                         kept->key);
    if (!object_store_get(store, kept->key, &stored, &found, why))
        return false;
    if (!found)
        return error_set(why, ERROR_TRY_AGAIN, "'%s' was removed while it was stored", kept->key);
    if (!kept_accepts(kept, strbuf_span(&stored)))
        return error_set(why, ERROR_MALFORMED,
                         "'%s' is stored already with another result; that one stays", kept->key);
    outcome->was_there = true;
    set_theirs(outcome, strbuf_span(&stored));
    return true;
}

static void put_objects(struct object_store *store, struct kept *const *things, size_t count,
                        struct put_outcome *outcomes)
{
    CLEANUP(cleanup_free) struct object_put *puts = xcalloc(count, sizeof *puts);
    struct error first = {0};

    for (size_t i = 0; i < count; i++)
        puts[i] = (struct object_put){.key = things[i]->key,
                                      .body = kept_body(things[i]),
                                      .file = things[i]->file,
                                      .result_sha256 = things[i]->result_sha256,
                                      .day = things[i]->row ? things[i]->day.text : NULL,
                                      .only_new = true};
    object_store_put_many(store, puts, count, &first);
    for (size_t i = 0; i < count; i++) {
        outcomes[i].why = puts[i].err;
        if (error_is_set(&puts[i].err))
            continue;
        if (puts[i].taken)
            accept_stored(store, things[i], &puts[i].there, &outcomes[i]);
        else
            set_ours(&outcomes[i], things[i]);
    }
}

/* ---- pointers ---- */

/* {"analysis_id": ID}: which analysis is the latest of an image. */
static void add_pointer(struct object_put *put, struct strbuf *body, const struct kept *kept)
{
    CLEANUP(cleanup_json) json_t *pointer = json_new_object();

    json_put_string(pointer, "analysis_id", span_string(kept->id));
    strbuf_init(body, LIMIT_OBJECT_KEY);
    python_json_append(body, pointer);
    *put = (struct object_put){.key = kept->pointer, .body = strbuf_span(body), .only_new = true};
}

/* metadata.datetime of the analysis with this id, "" where none lies. Free *ret. */
static bool read_datetime(struct object_store *store, const struct kept *kept, const char *id,
                          char **ret, struct error *err)
{
    size_t folder = strlen(kept->key) - strlen(kept->id);
    CLEANUP(cleanup_free) char *key = xasprintf("%.*s%s", (int)folder, kept->key, id);
    CLEANUP(cleanup_json) json_t *document = NULL;
    bool found;

    if (object_key_is_valid(span_string(key)) &&
        !stored_json_get(store, key, &document, &found, err))
        return false;
    *ret = xstrdup(json_in_string_or(document, "metadata.datetime", ""));
    return true;
}

/* Whether what the pointer names now is later than ours, as both are stored. */
static bool names_later(struct object_store *store, const struct kept *kept, bool *ret,
                        struct error *err)
{
    CLEANUP(cleanup_json) json_t *pointer = NULL;
    CLEANUP(cleanup_free) char *theirs = NULL;
    CLEANUP(cleanup_free) char *ours = NULL;
    const char *named;
    bool found;

    if (!stored_json_get(store, kept->pointer, &pointer, &found, err))
        return false;
    named = json_in_string_or(pointer, "analysis_id", "");
    if (!read_datetime(store, kept, named, &theirs, err) ||
        !read_datetime(store, kept, kept->id, &ours, err))
        return false;
    *ret = strcmp(theirs, ours) > 0;
    return true;
}

/* There is one already. */
static void move_pointer(struct object_store *store, const struct kept *kept, struct error *err)
{
    struct strbuf body;
    struct object_put put;
    bool later;

    add_pointer(&put, &body, kept);
    if (names_later(store, kept, &later, err) && !later)
        object_store_put(store, put.key, put.body, err);
    strbuf_release(&body);
}

static bool has_earlier(struct kept *const *things, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (things[i]->pointer && strcmp(things[i]->pointer, things[at]->pointer) == 0)
            return true;
    return false;
}

/* Of each image one, so that no two of those on their way have one key. */
static void put_first_pointers(struct object_store *store, struct kept *const *things, size_t count,
                               struct put_outcome *outcomes)
{
    CLEANUP(cleanup_free) struct object_put *puts = xcalloc(count, sizeof *puts);
    CLEANUP(cleanup_free) struct strbuf *bodies = xcalloc(count, sizeof *bodies);
    CLEANUP(cleanup_free) size_t *owners = xcalloc(count, sizeof *owners);
    struct error first = {0};
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        if (!things[i]->pointer || error_is_set(&outcomes[i].why) || has_earlier(things, i))
            continue;
        owners[used] = i;
        add_pointer(&puts[used], &bodies[used], things[i]);
        used++;
    }
    object_store_put_many(store, puts, used, &first);
    for (size_t i = 0; i < used; i++) {
        struct error *why = &outcomes[owners[i]].why;

        *why = puts[i].err;
        if (puts[i].taken && !error_is_set(why))
            move_pointer(store, things[owners[i]], why);
        strbuf_release(&bodies[i]);
    }
}

/* Of an image's analyses the latest is pointed to, in whatever order they are stored. */
static void put_pointers(struct object_store *store, struct kept *const *things, size_t count,
                         struct put_outcome *outcomes)
{
    put_first_pointers(store, things, count, outcomes);
    for (size_t i = 0; i < count; i++)
        if (things[i]->pointer && !error_is_set(&outcomes[i].why) && has_earlier(things, i))
            move_pointer(store, things[i], &outcomes[i].why);
}

void put_batch(struct object_store *store, struct kept *const *things, size_t count,
               struct put_outcome *outcomes)
{
    if (!count)
        return;
    put_objects(store, things, count, outcomes);
    put_pointers(store, things, count, outcomes);
}
