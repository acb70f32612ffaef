/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relations.h"

#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "json_in.h"
#include "purl_parts.h"
#include "python_name.h"
#include "xalloc.h"

/* How the package managers spell a requirement: a name, and what ends it. */
struct spelling {
    const char *type;
    const char *ends; /* bytes that no name has */
    bool has_or;      /* "a | b": the first that is there */
    bool is_system;   /* its packages own files */
};

static const struct spelling spellings[] = {
    {"alpm", "<>= ", false, true},           /* PKGBUILD(5): glibc>=2.3 */
    {"apk", "<>=~@ ", false, true},          /* apk-world(5): so:libc.so=1, name~3 */
    {"composer", ":", false, false},         /* vendor/name:^1 */
    {"conda", " <>=!~", false, true},        /* MatchSpec: python >=3.8 */
    {"cran", " (", false, false},            /* R (>= 3.5) */
    {"deb", " (:[<", true, true},            /* deb-control(5): libc6 (>= 2.34), python3:any */
    {"gem", " (", false, false},             /* rack (>= 1) */
    {"npm", "@", false, false},              /* @scope/name@^1 */
    {"nuget", "/", false, false},            /* NAME/VERSION */
    {"opkg", " (:[<", true, true},           /* as deb */
    {"pypi", " ([<>=!~;,@\t", false, false}, /* PEP 508 */
    {"rpm", " ", false, true},               /* libc.so.6()(64bit), bash >= 5 */
};

/* A name of its own, for rows that own files whatever their type is. */
#define OWNER_TYPE "owner"

struct relation_name {
    uint64_t hash;
    size_t row;
};

static const struct spelling *spelling_of(struct span type)
{
    for (size_t i = 0; i < ARRAY_LENGTH(spellings); i++)
        if (span_equal_string(type, spellings[i].type))
            return &spellings[i];
    return NULL;
}

bool relations_are_known(struct span type)
{
    return spelling_of(type) != NULL;
}

static struct span type_of(const json_t *package)
{
    return json_in_span_or_empty(package, "type");
}

/* ---- names ---- */

/* The name at the start of a requirement; empty when it is none. */
static struct span name_in(const struct spelling *spelling, struct span text)
{
    size_t len;

    text = span_trim(text);
    /* A scope of npm begins with what ends a name. */
    for (len = text.len ? 1 : 0; len < text.len; len++)
        if (!text.data[len] || strchr(spelling->ends, text.data[len]))
            break;
    return span_head(text, len);
}

/* Names that are equal to their package manager have one hash. */
static uint64_t hash_name(const struct relations *r, struct span type, struct span name)
{
    STRBUF_AUTO(key, 4 * LIMIT_PACKAGE_NAME);

    strbuf_add_span(&key, type);
    strbuf_add_byte(&key, '\n');
    if (span_equal_string(type, "pypi")) {
        python_normalise_name(&key, name);
    } else if (span_equal_string(type, "nuget")) {
        for (size_t i = 0; i < name.len; i++)
            strbuf_add_byte(&key, (char)(name.data[i] |
                                         (name.data[i] >= 'A' && name.data[i] <= 'Z' ? 0x20 : 0)));
    } else {
        strbuf_add_span(&key, name);
    }
    return path_hash(r->key, strbuf_span(&key));
}

static void add_name(struct relations *r, struct span type, struct span name, size_t row)
{
    if (!name.len || name.len > LIMIT_PACKAGE_NAME)
        return;
    XGROW(r->names, r->name_count, r->name_capacity);
    r->names[r->name_count++] = (struct relation_name){hash_name(r, type, name), row};
}

/* "libssl.so.3 = 3.0" of the same type, or a purl of another (same_package.h). */
static void add_provided(struct relations *r, const json_t *package, struct span text, size_t row)
{
    const struct spelling *spelling = spelling_of(type_of(package));

    if (span_starts_with(text, "pkg:")) {
        PURL_PARTS_AUTO(parts);

        if (purl_parts_read(&parts, text))
            add_name(r, strbuf_span(&parts.type), strbuf_span(&parts.name), row);
    } else if (spelling) {
        add_name(r, type_of(package), name_in(spelling, text), row);
    }
}

static void add_row(struct relations *r, const json_t *package, size_t row)
{
    const struct spelling *spelling = spelling_of(type_of(package));
    struct span name = json_in_span_or_empty(package, "name");
    json_t *provided;
    size_t i;

    add_name(r, type_of(package), name, row);
    if (spelling && spelling->is_system)
        add_name(r, SPAN_LITERAL(OWNER_TYPE), name, row);
    json_array_foreach (json_object_get(package, "provides"), i, provided)
        add_provided(r, package, json_in_span(provided), row);
}

static int compare_names(const void *left, const void *right)
{
    const struct relation_name *a = left;
    const struct relation_name *b = right;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

void relations_init(struct relations *r, const json_t *packages)
{
    json_t *package;
    size_t i;

    *r = (struct relations){.packages = packages, .key = path_key_of_process()};
    json_array_foreach (packages, i, package)
        add_row(r, package, i);
    if (r->name_count)
        qsort(r->names, r->name_count, sizeof *r->names, compare_names);
}

void relations_release(struct relations *r)
{
    free(r->names);
    free(r->needed);
    *r = (struct relations){0};
}

/* ---- which of them ---- */

/* How well a row does for another. */
struct fit {
    bool is_there; /* no later layer removed it */
    bool same_arch;
    size_t shared; /* folders at the start of both locations */
    size_t depth;  /* folders of its own location */
};

static size_t count_folders(struct span path, size_t len)
{
    size_t count = 0;

    for (size_t i = 0; i < len; i++)
        count += path.data[i] == '/';
    return count;
}

static struct fit fit_of(const json_t *wants, const json_t *candidate)
{
    struct span arch = json_in_span_or_empty(candidate, "arch");
    struct span a = json_in_span_or_empty(wants, "location");
    struct span b = json_in_span_or_empty(candidate, "location");
    size_t same = 0;

    while (same < a.len && same < b.len && a.data[same] == b.data[same])
        same++;
    return (struct fit){
        .is_there = !json_object_get(candidate, "removed_by"),
        .same_arch = span_equal(arch, json_in_span_or_empty(wants, "arch")),
        .shared = count_folders(b, same),
        .depth = count_folders(b, b.len),
    };
}

static bool is_better(struct fit a, struct fit b)
{
    if (a.is_there != b.is_there)
        return a.is_there;
    if (a.same_arch != b.same_arch)
        return a.same_arch;
    if (a.shared != b.shared)
        return a.shared > b.shared;
    return a.depth < b.depth;
}

static size_t first_of(const struct relations *r, uint64_t hash)
{
    size_t low = 0;
    size_t high = r->name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (r->names[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The row that a row means by a name, or RELATIONS_NONE. */
static size_t find_row(const struct relations *r, const json_t *wants, struct span type,
                       struct span name)
{
    uint64_t hash = hash_name(r, type, name);
    size_t first = first_of(r, hash);
    size_t best = RELATIONS_NONE;
    struct fit best_fit = {0};

    for (size_t i = first;
         i < r->name_count && r->names[i].hash == hash && i < first + LIMIT_SAME_NAME; i++) {
        size_t row = r->names[i].row;
        struct fit fit = fit_of(wants, json_array_get(r->packages, row));

        if (best == RELATIONS_NONE || is_better(fit, best_fit)) {
            best = row;
            best_fit = fit;
        }
    }
    return best;
}

/* ---- what a row needs ---- */

/* Requirements of extras, which nobody may have asked for, and apk's of what must not be there. */
static bool is_needed(struct span type, struct span requirement)
{
    struct span marker = span_skip(requirement, span_find_byte(requirement, ';'));

    if (span_equal_string(type, "pypi"))
        return !span_contains(marker, "extra");
    return !span_starts_with(requirement, "!");
}

static size_t find_needed(const struct relations *r, const json_t *package,
                          const struct spelling *spelling, struct span requirement)
{
    struct span type = type_of(package);
    struct span part;

    if (!is_needed(type, requirement))
        return RELATIONS_NONE;
    if (!spelling->has_or)
        return find_row(r, package, type, name_in(spelling, requirement));
    while (span_split(&requirement, '|', &part)) {
        size_t row = find_row(r, package, type, name_in(spelling, part));

        if (row != RELATIONS_NONE)
            return row;
    }
    return RELATIONS_NONE;
}

static int compare_rows(const void *left, const void *right)
{
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;

    return a < b ? -1 : a > b;
}

static void sort_and_drop_repeated(struct relations *r)
{
    size_t kept = 0;

    if (r->needed_count)
        qsort(r->needed, r->needed_count, sizeof *r->needed, compare_rows);
    for (size_t i = 0; i < r->needed_count; i++)
        if (!kept || r->needed[kept - 1] != r->needed[i])
            r->needed[kept++] = r->needed[i];
    r->needed_count = kept;
}

const size_t *relations_depends(struct relations *r, size_t row, size_t *ret_count)
{
    const json_t *package = json_array_get(r->packages, row);
    const struct spelling *spelling = spelling_of(type_of(package));
    json_t *requirement;
    size_t i;

    r->needed_count = 0;
    json_array_foreach (json_object_get(package, "depends"), i, requirement) {
        size_t needed = spelling ? find_needed(r, package, spelling, json_in_span(requirement))
                                 : RELATIONS_NONE;

        if (needed == RELATIONS_NONE || needed == row)
            continue;
        XGROW(r->needed, r->needed_count, r->needed_capacity);
        r->needed[r->needed_count++] = needed;
    }
    sort_and_drop_repeated(r);
    *ret_count = r->needed_count;
    return r->needed;
}

size_t relations_owner(struct relations *r, size_t row)
{
    const json_t *package = json_array_get(r->packages, row);
    struct span owner = json_in_span_or_empty(package, "owner");
    size_t found;

    if (!owner.len)
        return RELATIONS_NONE;
    found = find_row(r, package, SPAN_LITERAL(OWNER_TYPE), owner);
    return found == row ? RELATIONS_NONE : found;
}
