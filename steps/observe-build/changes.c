/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "changes.h"

#include "json_in.h"
#include "member.h"
#include "xalloc.h"

static json_t *describe(const json_t *entry)
{
    static const char *const keys[] = {"name", "version", "arch", "purl", "location", "layer"};
    json_t *package = json_new_object();

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        member_copy(package, keys[i], entry, keys[i], JSON_STRING);
    return package;
}

static json_t *describe_removed(const struct package *from, const struct layers *layers)
{
    struct span remover = layers_remover(layers, from);
    json_t *package = describe(from->entry);

    json_put_take(package, "removed_by", remover.len ? json_new_string(remover) : json_null());
    return package;
}

static json_t *describe_change(const struct package_change *change)
{
    static const char *const keys[] = {"arch", "purl", "location", "layer"};
    static const char *const kinds[] = {[PACKAGE_UPGRADED] = "upgraded",
                                        [PACKAGE_DOWNGRADED] = "downgraded",
                                        [PACKAGE_CHANGED] = "changed",
                                        [PACKAGE_READDED] = "re-added"};
    json_t *package = json_new_object();

    member_copy(package, "name", change->to->entry, "name", JSON_STRING);
    json_put_string(package, "change", span_string(kinds[package_change_kind(change)]));
    json_put_string(package, "from", change->from->version);
    json_put_string(package, "to", change->to->version);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        member_copy(package, keys[i], change->to->entry, keys[i], JSON_STRING);
    member_copy(package, "from_location", change->from->entry, "location", JSON_STRING);
    return package;
}

/* The list of type in the object lists, which gets one if it has none. */
static json_t *list_of(json_t *lists, struct span type)
{
    json_t *list = json_object_getn(lists, type.data, type.len);

    if (!list) {
        list = json_new_array();
        if (json_object_setn_new_nocheck(lists, type.data, type.len, list) != 0)
            out_of_memory();
    }
    return list;
}

/* An empty list says that nothing changed there, as far as the other image's analysis tells. */
static void make_lists(json_t *lists, const struct package_list *packages,
                       const struct package_list *other)
{
    for (size_t i = 0; i < packages->count; i++) {
        struct span type = packages->items[i].type;

        if ((!i || !span_equal(type, packages->items[i - 1].type)) &&
            package_list_tells(other, type))
            list_of(lists, type);
    }
}

void changes_put(json_t *result, const struct package_diff *diff, const struct package_list *base,
                 const struct package_list *output, const struct layers *layers)
{
    static const char *const names[] = {"added", "removed", "changed"};
    json_t *lists[3];

    for (size_t i = 0; i < 3; i++) {
        lists[i] = diff ? json_new_object() : json_null();
        json_put_take(result, names[i], lists[i]);
        if (diff) {
            make_lists(lists[i], base, output);
            make_lists(lists[i], output, base);
        }
    }
    for (size_t i = 0; diff && i < diff->count; i++) {
        const struct package_change *change = &diff->items[i];

        if (!change->from)
            json_append_take(list_of(lists[0], change->to->type), describe(change->to->entry));
        else if (!change->to)
            json_append_take(list_of(lists[1], change->from->type),
                             describe_removed(change->from, layers));
        else
            json_append_take(list_of(lists[2], change->to->type), describe_change(change));
    }
}

size_t changes_count(const json_t *lists)
{
    size_t count = 0;
    const char *type;
    json_t *list;

    /* jansson iterates only what may be written to. */
    json_object_foreach ((json_t *)(uintptr_t)lists, type, list)
        count += json_array_size(list);
    return count;
}
