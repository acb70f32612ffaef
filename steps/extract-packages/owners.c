/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "owners.h"

#include <stdlib.h>
#include <string.h>

#include "cataloger.h"
#include "json_in.h"
#include "symlinks.h"
#include "xalloc.h"

struct owner_list {
    char *owner;
    char *prefix;
    json_t *text; /* NULL: facts */
    struct span facts;
};

void owners_init(struct owners *o)
{
    *o = (struct owners){.asked_at.key = path_key_of_process()};
}

void owners_release(struct owners *o)
{
    for (size_t i = 0; i < o->list_count; i++) {
        free(o->lists[i].owner);
        free(o->lists[i].prefix);
        json_decref(o->lists[i].text);
    }
    free(o->lists);
    free(o->found);
    free(o->names);
    path_map_release(&o->asked_at);
}

/* ---- what is noted ---- */

static struct owner_list *add_list(struct owners *o, struct span owner, struct span prefix)
{
    struct owner_list *list;

    XGROW(o->lists, o->list_count, o->list_capacity);
    list = &o->lists[o->list_count++];
    *list = (struct owner_list){
        .owner = xmemdup0(owner.data, owner.len),
        .prefix = xmemdup0(prefix.data, prefix.len),
    };
    return list;
}

void owners_note_take(struct owners *o, struct span owner, struct span prefix, json_t *files)
{
    add_list(o, owner, prefix)->text = files;
}

void owners_note_facts(struct owners *o, struct span owner, struct span facts)
{
    add_list(o, owner, span_of(NULL, 0))->facts = facts;
}

/* ---- what is asked for ---- */

static bool canonical(const struct owners *o, struct span path, struct strbuf *out)
{
    if (o->links)
        return symlinks_resolve(o->links, path, false, out);
    strbuf_add_span(out, path);
    return !strbuf_overflowed(out);
}

static struct span last_component(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash < path.len ? span_skip(path, slash + 1) : path;
}

/* Of a name: its length and last eight bytes tell most apart; who makes them collide gains a look. */
static size_t name_bit(struct span name)
{
    uint64_t end = name.len;
    size_t length = name.len < sizeof end ? name.len : sizeof end;

    memcpy(&end, name.data + name.len - length, length);
    return (size_t)(((end ^ name.len) * 0x9e3779b97f4a7c15u) >> 48);
}

static bool name_is_asked(const struct owners *o, struct span name)
{
    size_t bit = name_bit(name);

    return o->names[bit / 64] >> (bit % 64) & 1;
}

void owners_ask(struct owners *o, struct span path)
{
    size_t bit;

    STRBUF_AUTO(real, LIMIT_PATH);
    if (!canonical(o, path, &real) || !real.len ||
        !path_map_add(&o->asked_at, strbuf_span(&real), o->asked_count))
        return;
    if (!o->names)
        o->names = xcalloc(OWNERS_NAME_BITS / 64, sizeof *o->names);
    bit = name_bit(last_component(strbuf_span(&real)));
    o->names[bit / 64] |= (uint64_t)1 << (bit % 64);
    XGROW(o->found, o->asked_count, o->asked_capacity);
    o->found[o->asked_count++] = NULL;
}

static size_t asked_index(const struct owners *o, struct span path)
{
    STRBUF_AUTO(real, LIMIT_PATH);
    return canonical(o, path, &real) ? path_map_get(&o->asked_at, strbuf_span(&real))
                                     : PATH_MAP_NONE;
}

const char *owners_of(const struct owners *o, struct span path)
{
    size_t i = asked_index(o, path);

    return i == PATH_MAP_NONE ? NULL : o->found[i];
}

/* ---- the lists are read ---- */

struct reading {
    struct owners *owners;
    const struct owner_list *list;
    struct strbuf folder; /* with the prefix */
    struct strbuf path;
};

static void read_line(struct reading *r, struct span line)
{
    size_t i;

    if (span_ends_with(line, "/")) {
        strbuf_clear(&r->folder);
        strbuf_add_string(&r->folder, r->list->prefix);
        strbuf_add_span(&r->folder, line.len > 1 ? line : span_of(NULL, 0));
        return;
    }
    if (!line.len || !name_is_asked(r->owners, last_component(line)))
        return;
    strbuf_clear(&r->path);
    strbuf_add_span(&r->path, strbuf_span(&r->folder));
    strbuf_add_span(&r->path, line);
    i = strbuf_overflowed(&r->path) ? PATH_MAP_NONE : asked_index(r->owners, strbuf_span(&r->path));
    if (i != PATH_MAP_NONE && !r->owners->found[i])
        r->owners->found[i] = r->list->owner;
}

static void read_list(struct reading *r, struct strbuf *room)
{
    struct span text = json_in_span(r->list->text);
    struct span facts = r->list->facts;
    struct span line;

    strbuf_clear(&r->folder);
    strbuf_add_string(&r->folder, r->list->prefix);
    while (span_split(&text, '\n', &line))
        read_line(r, line);
    while (facts_next_line(&facts, room, &line))
        read_line(r, line);
}

void owners_find(struct owners *o)
{
    struct reading r = {.owners = o};

    if (!o->asked_count)
        return;
    STRBUF_AUTO(room, LIMIT_FILE_LIST);
    strbuf_init(&r.folder, LIMIT_PATH);
    strbuf_init(&r.path, LIMIT_PATH);
    for (size_t i = 0; i < o->list_count; i++) {
        r.list = &o->lists[i];
        read_list(&r, &room);
    }
    strbuf_release(&r.folder);
    strbuf_release(&r.path);
}
