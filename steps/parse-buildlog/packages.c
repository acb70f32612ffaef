/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "packages.h"

#include <stdlib.h>
#include <string.h>

#include "limits.h"
#include "text_cut.h"
#include "xalloc.h"

void packages_init(struct packages *packages, struct pool *pool)
{
    *packages = (struct packages){.pool = pool, .found = NO_PACKAGE};
}

void packages_release(struct packages *packages)
{
    free(packages->items);
    free(packages->links);
    free(packages->buckets);
    free(packages->name_buckets);
}

/* ---- names ---- */

static bool is_separator(char c)
{
    return c == '-' || c == '_' || c == '.';
}

/* The next character of a name that is not compared as it stands, or 0 at its end. */
static inline char next_character(struct span *rest, enum package_names names)
{
    char c;

    if (rest->len == 0)
        return '\0';
    c = rest->data[0];
    *rest = span_skip(*rest, 1);
    if (names == NAMES_PYPI && is_separator(c)) {
        while (rest->len && is_separator(rest->data[0]))
            *rest = span_skip(*rest, 1);
        return '-';
    }
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* FNV-1a, of a name that is compared as it stands eight bytes at a time. */
static uint32_t hash_of_name(enum package_names names, struct span name)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    uint64_t word = 0;
    char c;

    if (names != NAMES_EXACT) {
        while ((c = next_character(&name, names)))
            hash = (hash ^ (unsigned char)c) * UINT64_C(1099511628211);
        return (uint32_t)(hash ^ hash >> 32);
    }
    for (; name.len >= sizeof word; name = span_skip(name, sizeof word)) {
        memcpy(&word, name.data, sizeof word);
        hash = (hash ^ word) * UINT64_C(1099511628211);
        hash ^= hash >> 32;
    }
    word = 0;
    for (size_t i = 0; i < name.len; i++)
        word = word << 8 | (unsigned char)name.data[i];
    hash = (hash ^ word) * UINT64_C(1099511628211);
    return (uint32_t)(hash ^ hash >> 32);
}

/* Of the same name others have another. */
static uint32_t hash_of(struct package_owner owner, uint32_t name_hash)
{
    uint32_t hash = (name_hash ^ owner.id) * 16777619u;

    return hash ^ hash >> 16;
}

static bool same_name(struct span a, struct span b, enum package_names names)
{
    char c;
    char d;

    if (span_equal(a, b))
        return true;
    if (names == NAMES_EXACT)
        return false;
    do {
        c = next_character(&a, names);
        d = next_character(&b, names);
    } while (c && c == d);
    return c == d;
}

/* ---- entries ---- */

/* A hostile log could put all names into one bucket: its chain is looked at so far and no further. */
#define LONGEST_CHAIN 64

static bool is_entry_of(const struct package *package, struct package_owner owner, struct span name,
                        struct span version)
{
    return package->owner.id == owner.id && same_name(package->name, name, owner.names) &&
           (!owner.many_versions || version.len == 0 || span_equal(package->version, version));
}

/* Where the index of the latest such entry, with this hash, stands (plus 1); or NULL. */
static uint32_t *find_place(struct packages *packages, struct package_owner owner, uint32_t hash,
                            struct span name, struct span version)
{
    uint32_t *place = packages->buckets ? &packages->buckets[hash % PACKAGE_BUCKETS] : NULL;

    for (int i = 0; place && *place && i < LONGEST_CHAIN; i++) {
        struct package_link *link = &packages->links[*place - 1];

        if (link->hash == hash && is_entry_of(&packages->items[*place - 1], owner, name, version))
            return place;
        place = &link->previous;
    }
    return NULL;
}

/* Lines ask several times for the same name; of many versions another may have come since. */
static bool is_found_again(const struct packages *packages, struct package_owner owner,
                           struct span name)
{
    const struct package *package;

    if (packages->found == NO_PACKAGE || owner.many_versions)
        return false;
    package = &packages->items[packages->found];
    return package->owner.id == owner.id && span_equal(package->name, name);
}

struct package *packages_find(struct packages *packages, struct package_owner owner,
                              struct span name, struct span version)
{
    const uint32_t *place;

    if (!is_found_again(packages, owner, name)) {
        place = find_place(packages, owner, hash_of(owner, hash_of_name(owner.names, name)), name,
                           version);
        if (!place)
            return NULL;
        packages->found = *place - 1;
    }
    return &packages->items[packages->found];
}

/* How far back a package is looked for that was installed and is removed: a project's whole list. */
#define INSTALLED_BACK 4096

struct package *packages_find_installed(struct packages *packages, struct package_owner owner,
                                        const char *manager, struct span name, struct span version)
{
    size_t last = packages->count > INSTALLED_BACK ? packages->count - INSTALLED_BACK : 0;
    uint32_t hash = hash_of_name(owner.names, name);
    uint32_t next = version.len && packages->name_buckets
                        ? packages->name_buckets[hash % PACKAGE_NAME_BUCKETS]
                        : 0;
    struct package *package;
    struct package *elsewhere = NULL;

    for (; next > last; next = packages->links[next - 1].previous_named) {
        package = &packages->items[next - 1];
        if (packages->links[next - 1].name_hash != hash ||
            (package->action != PACKAGE_INSTALLED && !package->announced) ||
            !span_equal(package->version, version) || !same_name(package->name, name, owner.names))
            continue;
        if (package->owner.id == owner.id)
            return package;
        if (!elsewhere && package->manager == manager)
            elsewhere = package;
    }
    return elsewhere;
}

/* For packages_find_installed. */
static void link_name(struct packages *packages, uint32_t index)
{
    struct package_link *link = &packages->links[index];
    uint32_t *place = &packages->name_buckets[link->name_hash % PACKAGE_NAME_BUCKETS];

    link->previous_named = *place;
    *place = index + 1;
}

/* Makes the entry the one that packages_find finds, in the place of an older one. */
static void link_entry(struct packages *packages, uint32_t index)
{
    const struct package *package = &packages->items[index];
    struct package_link *link = &packages->links[index];
    uint32_t *place =
        find_place(packages, package->owner, link->hash, package->name, package->version);

    if (place) {
        link->previous = packages->links[*place - 1].previous;
    } else {
        place = &packages->buckets[link->hash % PACKAGE_BUCKETS];
        link->previous = *place;
    }
    *place = index + 1;
    packages->found = index;
}

static void make_buckets(struct packages *packages)
{
    if (packages->buckets)
        return;
    packages->buckets = xcalloc(PACKAGE_BUCKETS, sizeof *packages->buckets);
    packages->name_buckets = xcalloc(PACKAGE_NAME_BUCKETS, sizeof *packages->name_buckets);
}

struct package *packages_add(struct packages *packages, struct package_owner owner,
                             struct span name, struct span version, enum package_action action,
                             uint64_t line)
{
    struct package package = {.owner = owner, .action = action, .line = line};
    uint32_t name_hash;

    if (packages->count == LIMIT_LOG_PACKAGES) {
        packages->full = true;
        return NULL;
    }
    package.name = pool_keep(packages->pool, text_cut(name, LIMIT_LOG_TEXT));
    if (package.name.len == 0)
        return NULL; /* the pool is full, which is told */
    package.version = pool_keep(packages->pool, text_cut(version, LIMIT_LOG_TEXT));
    XGROW(packages->items, packages->count, packages->capacity);
    XGROW(packages->links, packages->count, packages->link_capacity);
    make_buckets(packages);
    name_hash = hash_of_name(owner.names, package.name);
    packages->links[packages->count] =
        (struct package_link){.hash = hash_of(owner, name_hash), .name_hash = name_hash};
    packages->items[packages->count++] = package;
    link_name(packages, (uint32_t)(packages->count - 1));
    /* A removal is no attempt to bring the package in, and is not looked for. */
    if (action != PACKAGE_REMOVED)
        link_entry(packages, (uint32_t)(packages->count - 1));
    return &packages->items[packages->count - 1];
}

bool package_is_over(const struct package *package)
{
    return package->action >= PACKAGE_INSTALLED;
}

void packages_finish(struct packages *packages)
{
    for (size_t i = 0; packages->items && i < packages->count; i++) {
        struct package *package = &packages->items[i];
        struct package *latest;

        if (package->action != PACKAGE_FAILED && !package->recovered)
            continue;
        latest = packages_find(packages, package->owner, package->name, package->version);
        if (!latest)
            latest = package;
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
