/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scope.h"

#include "json_in.h"
#include "row_order.h"
#include "xalloc.h"

/* Room for five members, of which bytes from outside may have grown to three each. */
#define LIMIT_IDENTITY (16 * KIB + 3 * LIMIT_PATH)

static bool add_identity(struct path_map *map, const json_t *object, const char *const *keys)
{
    STRBUF_AUTO(identity, LIMIT_IDENTITY);

    for (; *keys; keys++) {
        strbuf_add_span(&identity, json_in_span_or_empty(object, *keys));
        strbuf_add_byte(&identity, '\n');
    }
    return path_map_add(map, strbuf_span(&identity), 0);
}

static bool add_package(struct scope *scope, const json_t *package)
{
    static const char *const keys[] = {"type", "name", "version", "arch", "location", NULL};

    return add_identity(&scope->packages, package, keys);
}

/* Counts in messages differ from layer to layer. */
static bool add_warning(struct scope *scope, const json_t *warning)
{
    static const char *const keys[] = {"code", "path", NULL};

    return add_identity(&scope->warnings, warning, keys);
}

void scope_init(struct scope *scope, struct findings *findings)
{
    json_t *item;
    size_t i;

    *scope = (struct scope){.findings = findings,
                            .packages.key = path_key_of_process(),
                            .warnings.key = path_key_of_process()};
    json_array_foreach (findings->packages, i, item)
        add_package(scope, item);
    json_array_foreach (findings->warnings, i, item)
        add_warning(scope, item);
}

void scope_release(struct scope *scope)
{
    path_map_release(&scope->packages);
    path_map_release(&scope->warnings);
}

void scope_add(struct scope *scope, const struct findings *below, size_t removed_by)
{
    json_t *item;
    size_t i;

    json_array_foreach (below->packages, i, item) {
        if (!add_package(scope, item))
            continue;
        json_put_int(item, "removed_by", (int64_t)removed_by);
        findings_add_finished_take(scope->findings, json_incref(item));
    }
    json_array_foreach (below->warnings, i, item)
        if (add_warning(scope, item))
            json_append_take(scope->findings->warnings, json_incref(item));
    row_order_packages(scope->findings->packages);
}

bool *scope_removing_layers(const struct overlay *o)
{
    bool *removing = xcalloc(o->layer_count, sizeof *removing);

    for (size_t i = 0; i < o->file_count; i++)
        if (o->files[i].hidden_by < o->layer_count)
            removing[o->files[i].hidden_by] = true;
    return removing;
}
