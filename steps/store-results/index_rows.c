/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index_rows.h"

#include <string.h>

#include "index_objects.h"
#include "json_in.h"
#include "retry.h"
#include "xalloc.h"

static bool remove_all(const struct index_objects *objects, struct span names, struct error *err)
{
    struct span name;
    bool done = true;

    while (done && span_split(&names, '\n', &name)) {
        CLEANUP(cleanup_free) char *key = index_objects_key(objects, name);

        done = object_store_remove(objects->store, key, err);
    }
    return done;
}

bool index_compact(struct object_store *store, const char *prefix, const struct index_day *day,
                   struct error *err)
{
    INDEX_OBJECTS_AUTO(objects) = {.store = store, .prefix = prefix, .day = day};
    STRBUF_AUTO(text, LIMIT_DOCUMENT);
    STRBUF_AUTO(joined, LIMIT_DOCUMENT);
    bool done = index_objects_open(&objects, err);
    struct span rest = strbuf_span(&objects.names);
    struct span name;
    bool there; /* else another run has joined it, and its lines are that one's */
    size_t count = 0;

    for (; done && span_split(&rest, '\n', &name); count++)
        done = index_objects_read(&objects, name, &text, &there, err);
    index_objects_join(strbuf_span(&text), &joined);
    if (!done || !joined.len)
        return done;
    if (count == 1 && span_equal(strbuf_span(&text), strbuf_span(&joined)))
        return true; /* it has been joined */
    return index_objects_put(&objects, strbuf_span(&joined), err) &&
           remove_all(&objects, strbuf_span(&objects.names), err);
}

/* ---- removing ---- */

static bool is_of(struct span line, const char *id)
{
    CLEANUP(cleanup_json) json_t *row = index_objects_parse_row(line);

    return strcmp(json_in_string_or(row, "id", ""), id) == 0;
}

/* What is left of the objects that hold lines of a document, and their names. */
struct removal {
    const struct index_objects *day;
    const char *id;
    struct strbuf others;
    struct strbuf holders; /* one a line */
    bool found; /* a line of the document, or an object that was gone when it was to be read */
};

static void removal_release(struct removal *r)
{
    strbuf_release(&r->others);
    strbuf_release(&r->holders);
}

/* Stores the others as one object, then removes those that they were in. */
static bool settle(struct removal *r, struct error *err)
{
    STRBUF_AUTO(joined, LIMIT_DOCUMENT);
    bool done;

    index_objects_join(strbuf_span(&r->others), &joined);
    done = (!joined.len || index_objects_put(r->day, strbuf_span(&joined), err)) &&
           remove_all(r->day, strbuf_span(&r->holders), err);
    strbuf_clear(&r->others);
    strbuf_clear(&r->holders);
    return done;
}

/* Takes the lines of an object if one of them is the document's. */
static bool take_others(struct removal *r, struct span name, struct span text, struct error *err)
{
    size_t before = r->others.len;
    struct span rest = text;
    struct span line;

    if (before + text.len > LIMIT_DOCUMENT && !settle(r, err))
        return false;
    before = r->others.len;
    while (span_next_line(&rest, &line)) {
        if (is_of(line, r->id))
            continue;
        strbuf_add_span(&r->others, line);
        strbuf_add_byte(&r->others, '\n');
    }
    if (r->others.len - before == text.len) {
        strbuf_truncate(&r->others, before);
        return true;
    }
    strbuf_add_span(&r->holders, name);
    strbuf_add_byte(&r->holders, '\n');
    r->found = true;
    return true;
}

/*
 * All lines that are left go into one object: were it one for each, those who remove at one time would write every
 * mixture of their lines, of which there are two to the power of their number.
 */
static bool remove_once(struct object_store *store, const char *prefix, const struct index_day *day,
                        const char *id, bool *ret_found, struct error *err)
{
    INDEX_OBJECTS_AUTO(objects) = {.store = store, .prefix = prefix, .day = day};
    __attribute__((cleanup(removal_release))) struct removal r = {.day = &objects, .id = id};
    bool done = index_objects_open(&objects, err);
    struct span rest = strbuf_span(&objects.names);
    struct span name;

    strbuf_init(&r.others, LIMIT_DOCUMENT);
    strbuf_init(&r.holders, LIMIT_INDEX_NAMES);
    while (done && span_split(&rest, '\n', &name)) {
        STRBUF_AUTO(text, LIMIT_DOCUMENT);
        bool there = true;

        done = index_objects_read(&objects, name, &text, &there, err) &&
               take_others(&r, name, strbuf_span(&text), err);
        r.found |= !there; /* another run has written it anew, under another name */
    }
    *ret_found = r.found;
    return done && (!r.holders.len || settle(&r, err));
}

/* Looked through at once for what others, who had read it before, have written again; then with pauses. */
#define REMOVALS_AT_ONCE 4
/* Many that remove at one time keep each other busy until they are parted, so long at the most. */
#define REMOVAL_SECONDS 60

bool index_remove(struct object_store *store, const char *prefix, const struct index_day *day,
                  const char *id, struct error *err)
{
    struct retry retry = {.seconds = REMOVAL_SECONDS};
    bool found = true;

    for (int pass = 0; found; pass++) {
        if (pass >= REMOVALS_AT_ONCE && !retry_wait(&retry, -1))
            return error_set(err, ERROR_TRY_AGAIN,
                             "others write the index of %s again and again: end them first",
                             day->text);
        if (!remove_once(store, prefix, day, id, &found, err))
            return false;
    }
    return true;
}

/* ---- logs ---- */

/* The log that a line names, of the document or of others. NULL: no line does. */
static char *find_log(struct span text, const char *id, bool own, const char *log)
{
    struct span line;

    while (span_next_line(&text, &line)) {
        CLEANUP(cleanup_json) json_t *row = index_objects_parse_row(line);
        const char *named = json_in_string_or(row, "raw_log", "");

        if (*named && (strcmp(json_in_string_or(row, "id", ""), id) == 0) == own &&
            (!log || strcmp(named, log) == 0))
            return xstrdup(named);
    }
    return NULL;
}

/* The same in the objects of d. */
static bool find_log_in(struct index_objects *d, const char *id, bool own, const char *log,
                        char **ret, struct error *err)
{
    bool done = index_objects_open(d, err);
    struct span rest = strbuf_span(&d->names);
    struct span name;

    while (done && !*ret && span_split(&rest, '\n', &name)) {
        STRBUF_AUTO(text, LIMIT_DOCUMENT);
        bool there;

        done = index_objects_read(d, name, &text, &there, err);
        if (done)
            *ret = find_log(strbuf_span(&text), id, own, log);
    }
    return done;
}

/* Those of other days may be made of the same log. */
bool index_find_raw_log(struct object_store *store, const char *prefix, const struct index_day *day,
                        const char *id, char **ret_raw_log, struct error *err)
{
    INDEX_OBJECTS_AUTO(its_day) = {.store = store, .prefix = prefix, .day = day};
    INDEX_OBJECTS_AUTO(all_days) = {.store = store, .prefix = prefix};
    CLEANUP(cleanup_free) char *log = NULL;
    CLEANUP(cleanup_free) char *of_others = NULL;

    *ret_raw_log = NULL;
    if (!find_log_in(&its_day, id, true, NULL, &log, err))
        return false;
    if (!log)
        return true;
    if (!find_log_in(&all_days, id, false, log, &of_others, err))
        return false;
    if (!of_others)
        *ret_raw_log = STEAL(log);
    return true;
}
