/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package_list.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "xalloc.h"

/* PEP 503: re.sub(r"[-_.]+", "-", name).lower() */
static char *pypi_key(struct span name)
{
    char *key = xmemdup0(name.data ? name.data : "", name.len);
    size_t used = 0;

    for (size_t i = 0; i < name.len; i++) {
        bool separator = strchr("-_.", key[i]) && key[i];

        if (!separator)
            key[used++] = (char)tolower((unsigned char)key[i]);
        else if (!used || key[used - 1] != '-')
            key[used++] = '-';
    }
    key[used] = '\0';
    return key;
}

char *package_key(struct span type, struct span name)
{
    if (span_equal_string(type, "pypi"))
        return pypi_key(name);
    if (span_equal_string(type, "deb"))
        name = span_head(name, span_find_byte(name, ':'));
    return xmemdup0(name.data ? name.data : "", name.len);
}

/* The folder in which "x-1.0.dist-info" lies: its own name changes with the version. */
static struct span place_of(struct span location)
{
    static const char *const endings[] = {".dist-info", ".egg-info", ".egg"};
    struct span rest = location;
    struct span part;

    while (span_split(&rest, '/', &part))
        for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
            if (span_ends_with(part, endings[i]))
                return span_head(location, (size_t)(part.data - location.data));
    return location;
}

/* ---- order ---- */

int package_compare(const struct package *a, const struct package *b)
{
    int order = span_compare(a->type, b->type);

    if (!order)
        order = strcmp(a->key, b->key);
    return order ? order : span_compare(a->arch, b->arch);
}

static int compare_all(const void *x, const void *y)
{
    const struct package *a = x;
    const struct package *b = y;
    int order = package_compare(a, b);

    if (!order)
        order = span_compare(a->place, b->place);
    return order ? order : span_compare(a->version, b->version);
}

const struct package *package_list_find(const struct package_list *list, struct span type,
                                        const char *key, size_t *ret_count)
{
    struct package wanted = {.type = type, .key = (char *)(uintptr_t)key};
    size_t low = 0;
    size_t high = list->count;
    size_t end;

    /* The empty arch is before all others, so wanted is before all that it stands for. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (package_compare(&list->items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < list->count; end++)
        if (!span_equal(list->items[end].type, type) || strcmp(list->items[end].key, key) != 0)
            break;
    *ret_count = end - low;
    return end > low ? &list->items[low] : NULL;
}

bool package_list_tells(const struct package_list *list, struct span type)
{
    json_t *told;
    size_t i;

    json_array_foreach (list->told_types, i, told)
        if (json_is_string(told) && span_equal(json_in_span(told), type))
            return true;
    return !list->told_types;
}

const struct package *package_list_find_same(const struct package_list *list,
                                             const struct package *package)
{
    return list->count
               ? bsearch(package, list->items, list->count, sizeof *list->items, compare_all)
               : NULL;
}

/* ---- reading ---- */

static bool read_package(struct package *ret, const json_t *entry, struct error *err)
{
    struct span name;

    if (!json_is_object(entry))
        return error_set(err, ERROR_MALFORMED, "not an object");
    if (!json_in_string(entry, "type", &ret->type, err) ||
        !json_in_string(entry, "name", &name, err) ||
        !json_in_string(entry, "version", &ret->version, err))
        return false;
    ret->key = package_key(ret->type, name);
    ret->arch = json_in_span_or_empty(entry, "arch");
    ret->place = place_of(json_in_span_or_empty(entry, "location"));
    ret->entry = entry;
    return true;
}

static bool read_rows(struct package_list *ret, const json_t *analysis, bool removed,
                      struct error *err)
{
    json_t *packages;
    json_t *entry;
    size_t i;

    if (!json_in_array(analysis, "result.packages", &packages, err))
        return false;
    *ret =
        (struct package_list){.items = xcalloc(json_array_size(packages) + 1, sizeof *ret->items),
                              .told_types = json_in_find(analysis, "result.told_types")};
    json_array_foreach (packages, i, entry) {
        if (!json_object_get(entry, "removed_by") == removed)
            continue;
        if (!read_package(&ret->items[ret->count], entry, err)) {
            package_list_release(ret);
            return error_prefix(err, "result.packages[%zu]", i);
        }
        ret->count++;
    }
    qsort(ret->items, ret->count, sizeof *ret->items, compare_all);
    return true;
}

bool package_list_read(struct package_list *ret, const json_t *analysis, struct error *err)
{
    return read_rows(ret, analysis, false, err);
}

bool package_list_read_removed(struct package_list *ret, const json_t *analysis, struct error *err)
{
    return read_rows(ret, analysis, true, err);
}

void package_list_release(struct package_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].key);
    free(list->items);
    *list = (struct package_list){0};
}
