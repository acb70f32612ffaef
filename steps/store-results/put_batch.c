/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "put_batch.h"

#include <string.h>

#include "json_in.h"
#include "python_json.h"
#include "xalloc.h"

static void set_stored(struct put_outcome *outcome, struct span bytes)
{
    outcome->size = bytes.len;
    outcome->sha256 = digest_of(bytes);
    outcome->md5 = md5_of(bytes);
}

static void set_known(struct put_outcome *outcome, const struct object_facts *there)
{
    CLEANUP(cleanup_free) char *digest = xasprintf("sha256:%s", there->sha256);
    struct error none = {0};

    outcome->was_there = true;
    outcome->size = there->size;
    digest_parse(span_string(digest), &outcome->sha256, &none);
    memcpy(outcome->md5.hex, there->md5, sizeof there->md5);
}

/* Looks at what lies under a taken key: the same result is as good as ours. */
static bool accept_stored(struct object_store *store, struct kept *kept,
                          const struct object_facts *there, struct put_outcome *outcome)
{
    STRBUF_AUTO(stored, LIMIT_DOCUMENT + 1);
    struct error *why = &outcome->why;
    bool found;

    if (kept_accepts_facts(kept, there)) {
        set_known(outcome, there);
        return true;
    }
    if (!object_store_get(store, kept->key, &stored, &found, why))
        return false;
    if (!found)
        return error_set(why, ERROR_TRY_AGAIN, "'%s' was removed while it was stored", kept->key);
    if (!kept_accepts(kept, strbuf_span(&stored)))
        return error_set(why, ERROR_MALFORMED,
                         "'%s' is stored already with another result; that one stays", kept->key);
    outcome->was_there = true;
    set_stored(outcome, strbuf_span(&stored));
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
            set_stored(&outcomes[i], kept_body(things[i]));
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
    *put = (struct object_put){.key = kept->pointer, .body = strbuf_span(body)};
}

/* Of two analyses of one image in a batch the later one is pointed to. */
static bool has_later(struct kept *const *things, size_t count, size_t at)
{
    for (size_t i = at + 1; i < count; i++)
        if (things[i]->pointer && strcmp(things[i]->pointer, things[at]->pointer) == 0)
            return true;
    return false;
}

static void put_pointers(struct object_store *store, struct kept *const *things, size_t count,
                         struct put_outcome *outcomes)
{
    CLEANUP(cleanup_free) struct object_put *puts = xcalloc(count, sizeof *puts);
    CLEANUP(cleanup_free) struct strbuf *bodies = xcalloc(count, sizeof *bodies);
    CLEANUP(cleanup_free) size_t *owners = xcalloc(count, sizeof *owners);
    struct error first = {0};
    size_t used = 0;

    for (size_t i = 0; i < count; i++) {
        if (!things[i]->pointer || error_is_set(&outcomes[i].why) || has_later(things, count, i))
            continue;
        owners[used] = i;
        add_pointer(&puts[used], &bodies[used], things[i]);
        used++;
    }
    object_store_put_many(store, puts, used, &first);
    for (size_t i = 0; i < used; i++) {
        outcomes[owners[i]].why = puts[i].err;
        strbuf_release(&bodies[i]);
    }
}

void put_batch(struct object_store *store, struct kept *const *things, size_t count,
               struct put_outcome *outcomes)
{
    if (!count)
        return;
    put_objects(store, things, count, outcomes);
    put_pointers(store, things, count, outcomes);
}
