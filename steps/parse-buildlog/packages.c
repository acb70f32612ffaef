/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "packages.h"

#include <stdlib.h>

#include "limits.h"
#include "xalloc.h"

void packages_init(struct packages *packages, struct pool *pool)
{
    *packages = (struct packages){.pool = pool};
    for (size_t i = 0; i < PACKAGE_BUCKETS; i++)
        packages->buckets[i] = NO_PACKAGE;
}

void packages_release(struct packages *packages)
{
    free(packages->items);
}

static bool is_separator(char c)
{
    return c == '-' || c == '_' || c == '.';
}

/* The next character of the canonical name, or 0 at its end. */
static char next_character(struct span *rest)
{
    char c;

    if (rest->len == 0)
        return '\0';
    c = rest->data[0];
    *rest = span_skip(*rest, 1);
    if (is_separator(c)) {
        while (rest->len && is_separator(rest->data[0]))
            *rest = span_skip(*rest, 1);
        return '-';
    }
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* FNV-1a, of the canonical name. */
static size_t bucket_of(struct span name)
{
    uint32_t hash = 2166136261u;
    char c;

    while ((c = next_character(&name)))
        hash = (hash ^ (unsigned char)c) * 16777619u;
    return (hash ^ hash >> 16) % PACKAGE_BUCKETS;
}

static bool same_name(struct span a, struct span b)
{
    char c;
    char d;

    do {
        c = next_character(&a);
        d = next_character(&b);
    } while (c && c == d);
    return c == d;
}

/* A hostile log could put all names into one bucket: its chain is looked at so far and no further. */
#define LONGEST_CHAIN 64

/* Where the index of the latest entry of this name stands, or NULL. */
static uint32_t *find_place(struct packages *packages, struct span name)
{
    uint32_t *place = &packages->buckets[bucket_of(name)];

    for (int i = 0; *place != NO_PACKAGE && i < LONGEST_CHAIN; i++) {
        struct package *package = &packages->items[*place];

        if (same_name(package->name, name))
            return place;
        place = &package->previous;
    }
    return NULL;
}

struct package *packages_find(struct packages *packages, struct span name)
{
    const uint32_t *place = find_place(packages, name);

    return place ? &packages->items[*place] : NULL;
}

/* Makes the entry the one that is found by its name, in the place of an older one. */
static void link_entry(struct packages *packages, uint32_t index)
{
    struct package *package = &packages->items[index];
    uint32_t *place = find_place(packages, package->name);

    if (place) {
        package->previous = packages->items[*place].previous;
        *place = index;
    } else {
        place = &packages->buckets[bucket_of(package->name)];
        package->previous = *place;
        *place = index;
    }
}

struct package *packages_add(struct packages *packages, struct span name,
                             enum package_action action, uint64_t line)
{
    struct package package = {.action = action, .line = line};

    if (packages->count == LIMIT_LOG_PACKAGES) {
        packages->full = true;
        return NULL;
    }
    package.name = pool_keep(packages->pool, span_head(name, LIMIT_LOG_TEXT));
    if (package.name.len == 0)
        return NULL; /* the pool is full, which is told */
    XGROW(packages->items, packages->count, packages->capacity);
    packages->items[packages->count++] = package;
    /* A removal is no attempt to bring the package in, and is not looked for. */
    if (action != PACKAGE_REMOVED)
        link_entry(packages, (uint32_t)(packages->count - 1));
    return &packages->items[packages->count - 1];
}

void packages_finish(struct packages *packages)
{
    for (size_t i = 0; i < packages->count; i++) {
        struct package *package = &packages->items[i];
        struct package *latest;
        const uint32_t *place;

        if (package->action != PACKAGE_FAILED && !package->recovered)
            continue;
        place = find_place(packages, package->name);
        latest = place ? &packages->items[*place] : package;
        if (!latest->seen)
            package->fate = latest->action == PACKAGE_FAILED ? FATE_FAILED : FATE_RECOVERED;
        latest->seen = true;
    }
}

const char *package_action_name(enum package_action action)
{
    static const char *const names[] = {
        [PACKAGE_COLLECTED] = "collected", [PACKAGE_DOWNLOADED] = "downloaded",
        [PACKAGE_BUILT] = "built",         [PACKAGE_INSTALLED] = "installed",
        [PACKAGE_REMOVED] = "removed",     [PACKAGE_SATISFIED] = "satisfied",
        [PACKAGE_FAILED] = "failed"};

    return names[action];
}

/* ---- artifacts ---- */

static struct span file_name(struct span artifact)
{
    struct span path = span_head(artifact, span_find_byte(artifact, '#'));
    size_t slash;

    path = span_head(path, span_find_byte(path, '?'));
    slash = span_find_last_byte(path, '/');
    return slash < path.len ? span_skip(path, slash + 1) : path;
}

static bool drop_end(struct span *name, const char *end)
{
    if (!span_ends_with(*name, end))
        return false;
    name->len -= span_string(end).len;
    return true;
}

/* PEP 427: name-version[-build]-python-abi-platform, no '-' within any. */
static bool split_wheel(struct span file, struct span *ret_name, struct span *ret_version)
{
    return span_split(&file, '-', ret_name) && span_split(&file, '-', ret_version) && file.len &&
           ret_name->len && ret_version->len;
}

/* name-version: the version starts at the last '-' before a digit. */
static bool split_source(struct span file, struct span *ret_name, struct span *ret_version)
{
    for (size_t i = file.len; i-- > 1;) {
        if (file.data[i] != '-' || i + 1 == file.len || file.data[i + 1] < '0' ||
            file.data[i + 1] > '9')
            continue;
        *ret_name = span_head(file, i);
        *ret_version = span_skip(file, i + 1);
        return true;
    }
    return false;
}

bool package_of_artifact(struct span artifact, struct span *ret_name, struct span *ret_version)
{
    static const char *const archives[] = {".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz"};
    struct span file = file_name(artifact);

    drop_end(&file, ".metadata"); /* PEP 658 */
    if (drop_end(&file, ".whl"))
        return split_wheel(file, ret_name, ret_version);
    for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
        if (drop_end(&file, archives[i]))
            return split_source(file, ret_name, ret_version);
    }
    return false;
}
