/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "deb_relations.h"

#include "json_in.h"

void deb_split(json_t *list, struct span field)
{
    struct span part;

    while (span_split(&field, ',', &part)) {
        part = span_trim(part);
        if (part.len)
            json_append_take(list, json_new_string(part));
    }
}

/* What stands before the first of the bytes that cannot be in a package's name. */
static struct span name_of(struct span relation)
{
    size_t end = 0;

    while (end < relation.len && relation.data[end] != ' ' && relation.data[end] != '(' &&
           relation.data[end] != ':' && relation.data[end] != '[' && relation.data[end] != '<')
        end++;
    return span_head(relation, end);
}

static void add_relation(json_t *list, struct span relation)
{
    struct span name = name_of(relation);
    struct span range = span_skip(relation, span_find_byte(relation, '(') + 1);
    json_t *entry;

    if (!name.len)
        return;
    entry = json_new_object();
    json_put_string(entry, "name", name);
    json_put_string(entry, "version", span_trim(span_head(range, span_find_byte(range, ')'))));
    json_append_take(list, entry);
}

json_t *deb_relations(struct span field)
{
    json_t *list = json_new_array();
    struct span part;
    struct span alternative;

    while (span_split(&field, ',', &part))
        while (span_split(&part, '|', &alternative))
            add_relation(list, span_trim(alternative));
    return list;
}
