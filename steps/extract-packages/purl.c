/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "purl.h"

#include <ctype.h>
#include <string.h>

#include "json_in.h"
#include "strbuf.h"

/* Room for name and version, every byte percent-encoded. */
#define LIMIT_PURL (32 * KIB)

/* What becomes of letters, by the purl definitions of the types. */
enum spelling {
    AS_IT_IS,
    LOWER,        /* composer, and the ids of operating systems */
    LOWER_DASHED, /* pypi: '_' is '-' as well */
};

static enum spelling spelling_of(const char *type)
{
    if (strcmp(type, "pypi") == 0)
        return LOWER_DASHED;
    return strcmp(type, "composer") == 0 ? LOWER : AS_IT_IS;
}

/* Percent-encodes all but the unreserved bytes, as the peers' library does: ':' too. */
static void add_encoded(struct strbuf *out, struct span s, enum spelling spelling)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (spelling == LOWER_DASHED && c == '_')
            c = '-';
        if (spelling != AS_IT_IS)
            c = (unsigned char)tolower(c);
        if (isalnum(c) || (c && strchr("-._~", c)))
            strbuf_add_byte(out, (char)c);
        else
            strbuf_addf(out, "%%%02X", c);
    }
}

/* What parts namespace and name in names of this type; NUL: nothing does. */
static char name_separator(const char *type)
{
    static const char *const with_slash[] = {"composer", "github", "golang", "npm"};

    for (size_t i = 0; i < sizeof with_slash / sizeof *with_slash; i++)
        if (strcmp(type, with_slash[i]) == 0)
            return '/';
    return strcmp(type, "maven") == 0 ? ':' : '\0';
}

static void add_name(struct strbuf *out, const char *type, struct span name)
{
    char separator = name_separator(type);
    struct span part;
    bool first = true;

    if (!separator) {
        add_encoded(out, name, spelling_of(type));
        return;
    }
    while (span_split(&name, separator, &part)) {
        if (!part.len)
            continue;
        if (!first)
            strbuf_add_byte(out, '/');
        first = false;
        add_encoded(out, part, spelling_of(type));
    }
}

static void add_qualifier(struct strbuf *out, char *separator, const char *key, struct span value)
{
    if (!value.len)
        return;
    strbuf_add_byte(out, *separator);
    strbuf_addf(out, "%s=", key);
    add_encoded(out, value, AS_IT_IS);
    *separator = '&';
}

/* "debian-12", "arch-rolling" */
static void add_distro(struct strbuf *out, char *separator, const json_t *os)
{
    struct span version = json_in_span_or_empty(os, "version_id");

    if (!version.len)
        version = json_in_span_or_empty(os, "build_id");
    STRBUF_AUTO(distro, 4 * LIMIT_PACKAGE_NAME);
    strbuf_add_span(&distro, json_in_span_or_empty(os, "id"));
    if (version.len) {
        strbuf_add_byte(&distro, '-');
        strbuf_add_span(&distro, version);
    }
    add_qualifier(out, separator, "distro", strbuf_span(&distro));
}

/* Moves past the epoch of "epoch:version-release" and returns it, or nothing. */
static struct span eat_epoch(struct span *version)
{
    size_t colon = span_find_byte(*version, ':');
    struct span epoch = span_head(*version, colon);

    if (colon == version->len)
        return span_of(NULL, 0);
    *version = span_skip(*version, colon + 1);
    return epoch;
}

struct os_type {
    const char *type;
    void (*add_upstream)(struct strbuf *out, const json_t *package);
    bool has_epoch; /* as a qualifier, not in the version */
};

/* "glibc-2.28-251.el8.src.rpm" */
static void add_source_rpm(struct strbuf *out, const json_t *package)
{
    struct span name = json_in_span_or_empty(package, "source_package.name");
    struct span version = json_in_span_or_empty(package, "source_package.version");

    eat_epoch(&version);
    if (!name.len || !version.len)
        return;
    strbuf_add_span(out, name);
    strbuf_add_byte(out, '-');
    strbuf_add_span(out, version);
    strbuf_add_string(out, ".src.rpm");
}

/* "util-linux@2.38.1-5": the name unless both are the package's own, the version when that differs. */
static void add_source_deb(struct strbuf *out, const json_t *package)
{
    struct span name = json_in_span_or_empty(package, "source_package.name");
    struct span version = json_in_span_or_empty(package, "source_package.version");
    bool same_version =
        !version.len || span_equal(version, json_in_span_or_empty(package, "version"));

    if (same_version && span_equal(name, json_in_span_or_empty(package, "name")))
        return;
    strbuf_add_span(out, name);
    if (!same_version && name.len) {
        strbuf_add_byte(out, '@');
        strbuf_add_span(out, version);
    }
}

static void add_source_name(struct strbuf *out, const json_t *package)
{
    struct span name = json_in_span_or_empty(package, "source_package.name");

    if (!span_equal(name, json_in_span_or_empty(package, "name")))
        strbuf_add_span(out, name);
}

/* Also the package's own name, where the database has it. */
static void add_base_name(struct strbuf *out, const json_t *package)
{
    strbuf_add_span(out, json_in_span_or_empty(package, "source_package.name"));
}

static const struct os_type os_types[] = {
    {"deb", add_source_deb, false},  {"opkg", add_source_deb, false},
    {"apk", add_source_name, false}, {"rpm", add_source_rpm, true},
    {"alpm", add_base_name, false},
};

static const struct os_type *find_os_type(const char *type)
{
    for (size_t i = 0; i < sizeof os_types / sizeof *os_types; i++)
        if (strcmp(type, os_types[i].type) == 0)
            return &os_types[i];
    return NULL;
}

static void add_os_namespace(struct strbuf *out, const json_t *os, const struct os_type *type)
{
    struct span id = json_in_span_or_empty(os, "id");

    if (type->add_upstream == add_source_rpm && span_equal_string(id, "rhel"))
        id = SPAN_LITERAL("redhat");
    else if (type->add_upstream == add_source_rpm && span_starts_with(id, "opensuse"))
        id = SPAN_LITERAL("opensuse");
    add_encoded(out, id, LOWER);
    strbuf_add_byte(out, '/');
}

static void add_os_package(struct strbuf *out, const json_t *package, const json_t *os,
                           const struct os_type *type)
{
    struct span version = json_in_span_or_empty(package, "version");
    struct span epoch = type->has_epoch ? eat_epoch(&version) : span_of(NULL, 0);
    char separator = '?';

    STRBUF_AUTO(upstream, LIMIT_PURL);
    type->add_upstream(&upstream, package);
    add_os_namespace(out, os, type);
    add_encoded(out, json_in_span_or_empty(package, "name"), AS_IT_IS);
    strbuf_add_byte(out, '@');
    add_encoded(out, version, AS_IT_IS);
    /* In the order of their names, as the specification has it. */
    add_qualifier(out, &separator, "arch", json_in_span_or_empty(package, "arch"));
    add_distro(out, &separator, os);
    add_qualifier(out, &separator, "epoch", epoch);
    add_qualifier(out, &separator, "rpmmod",
                  json_in_span_or_empty(package, "origin.modularity_label"));
    add_qualifier(out, &separator, "upstream", strbuf_span(&upstream));
}

json_t *purl_of(const json_t *package, const json_t *operating_system)
{
    const char *type = json_in_string_or(package, "type", "generic");
    const struct os_type *os_type = find_os_type(type);
    struct span version = json_in_span_or_empty(package, "version");
    char separator = '?';

    STRBUF_AUTO(purl, LIMIT_PURL);
    strbuf_addf(&purl, "pkg:%s/", type);
    if (os_type) {
        add_os_package(&purl, package, operating_system, os_type);
        return json_new_string(strbuf_span(&purl));
    }
    add_name(&purl, type, json_in_span_or_empty(package, "name"));
    if (version.len) {
        strbuf_add_byte(&purl, '@');
        add_encoded(&purl, version, AS_IT_IS);
    }
    if (strcmp(type, "gem") == 0)
        add_qualifier(&purl, &separator, "platform", json_in_span_or_empty(package, "arch"));
    return json_new_string(strbuf_span(&purl));
}

void purl_add_qualifier(struct strbuf *purl, const char *key, struct span value)
{
    char separator = span_find_byte(strbuf_span(purl), '?') == purl->len ? '?' : '&';

    add_qualifier(purl, &separator, key, value);
}
