/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log_packages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "member.h"
#include "xalloc.h"

/* What a manager installs, and whether its log names every package that it brings in. */
struct trade {
    const char *manager;
    const char *type;
    bool tells_all;
};

static const struct trade trades[] = {
    {"pip", "pypi", true},     {"pipenv", "pypi", true}, {"micropipenv", "pypi", true},
    {"poetry", "pypi", true},  {"uv", "pypi", true},     {"apt", "deb", true},
    {"apt-get", "deb", true},  {"dpkg", "deb", true},    {"apk", "apk", true},
    {"dnf", "rpm", true},      {"yum", "rpm", true},     {"microdnf", "rpm", true},
    {"tdnf", "rpm", true},     {"zypper", "rpm", true},  {"conda", "conda", true},
    {"gem", "gem", true},      {"bundler", "gem", true}, {"composer", "composer", true},
    {"npm", "npm", false},     {"yarn", "npm", false},   {"pnpm", "npm", false},
    {"cargo", "cargo", false},
};

/* NULL for a manager that is not known here. */
static const struct trade *trade_of(struct span manager)
{
    for (size_t i = 0; i < sizeof trades / sizeof *trades; i++)
        if (span_equal_string(manager, trades[i].manager))
            return &trades[i];
    return NULL;
}

/* ---- reading ---- */

static int compare_keys(const struct logged *a, const struct logged *b)
{
    int order = span_compare(a->type, b->type);

    return order ? order : strcmp(a->key, b->key);
}

static int compare_logged(const void *x, const void *y)
{
    const struct logged *a = x;
    const struct logged *b = y;
    int order = compare_keys(a, b);

    if (!order)
        order = (a->line > b->line) - (a->line < b->line);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static void add_entry(struct log_packages *all, const json_t *entry, size_t index)
{
    struct span manager = json_in_span_or_empty(entry, "manager");
    struct span action = json_in_span_or_empty(entry, "action");
    struct span name = json_in_span_or_empty(entry, "name");
    const struct trade *trade = trade_of(manager);

    if (!trade || !name.len)
        return;
    all->items[all->count++] = (struct logged){
        .type = span_string(trade->type),
        .manager = manager,
        .name = name,
        .version = json_in_span_or_empty(entry, "version"),
        .key = package_key(span_string(trade->type), name),
        .line = json_in_int_or(entry, "line", 0),
        .index = index,
        .installed = span_equal_string(action, "installed"),
        .tells_all = trade->tells_all,
    };
}

/* "satisfied", "collected" and their like change nothing; they stand for the package being spoken of. */
static bool is_last_word(const struct logged *item, const json_t *entries)
{
    struct span action = json_in_span_or_empty(json_array_get(entries, item->index), "action");

    return item->installed || span_equal_string(action, "removed");
}

/* Of the entries of one package, keeps the last that changed something, else the last. */
static void keep_last_words(struct log_packages *all, const json_t *entries)
{
    size_t kept = 0;

    for (size_t i = 0; i < all->count; i++) {
        struct logged *last = kept ? &all->items[kept - 1] : NULL;

        if (!last || compare_keys(last, &all->items[i]) != 0) {
            all->items[kept++] = all->items[i];
        } else if (is_last_word(&all->items[i], entries) || !is_last_word(last, entries)) {
            free(last->key);
            *last = all->items[i];
        } else {
            free(all->items[i].key);
        }
    }
    all->count = kept;
}

bool log_packages_read(struct log_packages *ret, const json_t *analysis, struct error *err)
{
    json_t *entries;
    json_t *entry;
    size_t i;

    if (!json_in_array(analysis, "result.packages", &entries, err))
        return false;
    *ret =
        (struct log_packages){.items = xcalloc(json_array_size(entries) + 1, sizeof *ret->items)};
    json_array_foreach (entries, i, entry)
        add_entry(ret, entry, i);
    qsort(ret->items, ret->count, sizeof *ret->items, compare_logged);
    keep_last_words(ret, entries);
    return true;
}

void log_packages_release(struct log_packages *packages)
{
    for (size_t i = 0; i < packages->count; i++)
        free(packages->items[i].key);
    free(packages->items);
    *packages = (struct log_packages){0};
}

/* ---- comparing ---- */

static bool has_epoch(struct span version)
{
    return span_find_byte(version, ':') < version.len;
}

/* dnf and yum print no epoch in most of their lists. */
static bool same_version(struct span logged, struct span image)
{
    if (!has_epoch(logged) && has_epoch(image))
        image = span_skip(image, span_find_byte(image, ':') + 1);
    return !logged.len || span_equal_nocase(logged, image);
}

/* The versions of the package that the image holds; *ret_found when the log's is one of them. */
static json_t *versions_in_image(const struct logged *item, const struct package_list *image,
                                 bool *ret_found)
{
    json_t *versions = json_new_array();
    size_t count;
    const struct package *packages = package_list_find(image, item->type, item->key, &count);

    *ret_found = false;
    for (size_t i = 0; i < count; i++) {
        *ret_found = *ret_found || same_version(item->version, packages[i].version);
        json_append_take(versions, json_new_string(packages[i].version));
    }
    return versions;
}

static void put_reason(json_t *entry, const char *reason)
{
    json_put_take(entry, "reason", reason ? json_string(reason) : json_null());
}

static json_t *describe_missing(const struct logged *item, json_t *versions,
                                const struct reasons *reasons)
{
    const struct missing missing = {.type = item->type,
                                    .key = item->key,
                                    .version = item->version,
                                    .line = item->line,
                                    .other_version_is_there = json_array_size(versions) > 0};
    json_t *entry = json_new_object();

    json_put_string(entry, "type", item->type);
    json_put_string(entry, "manager", item->manager);
    json_put_string(entry, "name", item->name);
    json_put_take(entry, "version",
                  item->version.len ? json_new_string(item->version) : json_null());
    json_put_take(entry, "image_versions", versions);
    put_reason(entry, reason_not_in_image(reasons, &missing));
    return entry;
}

json_t *log_packages_not_in_image(const struct log_packages *logged,
                                  const struct package_list *image, const struct reasons *reasons)
{
    json_t *missing = json_new_array();

    for (size_t i = 0; i < logged->count; i++) {
        const struct logged *item = &logged->items[i];
        CLEANUP(cleanup_json) json_t *versions = NULL;
        bool found;

        if (!item->installed)
            continue;
        versions = versions_in_image(item, image, &found);
        if (!found)
            json_append_take(missing, describe_missing(item, STEAL(versions), reasons));
    }
    return missing;
}

/* The first entry that is not before type and key. */
static size_t lower_bound(const struct log_packages *logged, struct span type, const char *key)
{
    struct logged wanted = {.type = type, .key = (char *)(uintptr_t)key};
    size_t low = 0;
    size_t high = logged->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare_keys(&logged->items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* All that was brought in of type would stand in the log. */
static bool tells_all_of(const struct log_packages *logged, struct span type)
{
    size_t i = lower_bound(logged, type, "");

    return i < logged->count && span_equal(logged->items[i].type, type) &&
           logged->items[i].tells_all;
}

static bool log_installed(const struct log_packages *logged, const struct package *package)
{
    size_t i = lower_bound(logged, package->type, package->key);
    const struct logged *item = &logged->items[i];

    return i < logged->count && span_equal(item->type, package->type) &&
           strcmp(item->key, package->key) == 0 && item->installed &&
           same_version(item->version, package->version);
}

/* Written anew in its place, as by a chown: no manager would say a word. */
static bool stayed(const struct package_change *change)
{
    return package_change_kind(change) == PACKAGE_READDED &&
           span_equal(change->from->place, change->to->place);
}

/* The folders that packages of type came to as the log says, sorted; free them. */
static struct span *places_of(const struct log_packages *logged, const struct package_diff *diff,
                              struct span type, size_t *ret_count)
{
    struct span *places = xcalloc(diff->count + 1, sizeof *places);

    *ret_count = 0;
    for (size_t i = 0; i < diff->count; i++) {
        const struct package *package = diff->items[i].to;

        if (package && span_equal(package->type, type) && log_installed(logged, package))
            places[(*ret_count)++] = package->place;
    }
    qsort(places, *ret_count, sizeof *places, compare_places);
    return places;
}

static json_t *describe_silent(const struct package *package, const char *reason)
{
    static const char *const keys[] = {"type", "name", "version", "location", "layer"};
    json_t *entry = json_new_object();

    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        member_copy(entry, keys[k], package->entry, keys[k], JSON_STRING);
    put_reason(entry, reason);
    return entry;
}

json_t *log_packages_not_in_log(const struct log_packages *logged, const struct package_diff *diff,
                                const struct reasons *reasons)
{
    json_t *silent = json_new_array();
    CLEANUP(cleanup_free) struct span *places = NULL;
    struct span type = span_of(NULL, 0);
    size_t place_count = 0;

    for (size_t i = 0; i < diff->count; i++) {
        const struct package *package = diff->items[i].to;

        if (!package || stayed(&diff->items[i]) || !tells_all_of(logged, package->type) ||
            log_installed(logged, package))
            continue;
        /* The changes are sorted by type. */
        if (!places || !span_equal(type, package->type)) {
            free(places);
            type = package->type;
            places = places_of(logged, diff, type, &place_count);
        }
        json_append_take(silent, describe_silent(package, reason_not_in_log(reasons, package,
                                                                            places, place_count)));
    }
    return silent;
}
