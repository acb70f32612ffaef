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
    LOWER,        /* composer */
    LOWER_DASHED, /* pypi: '_' is '-' as well */
};

static enum spelling spelling_of(const char *type)
{
    if (strcmp(type, "pypi") == 0)
        return LOWER_DASHED;
    return strcmp(type, "composer") == 0 ? LOWER : AS_IT_IS;
}

/* Percent-encodes all but the unreserved bytes, and ':' which the specification leaves as it is. */
static void add_encoded(struct strbuf *out, struct span s, enum spelling spelling)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (spelling == LOWER_DASHED && c == '_')
            c = '-';
        if (spelling != AS_IT_IS)
            c = (unsigned char)tolower(c);
        if (isalnum(c) || (c && strchr("-._~:", c)))
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

static void add_distro(struct strbuf *out, char *separator, const json_t *os)
{
    STRBUF_AUTO(distro, 1 * KIB);
    struct span version = json_in_span_or_empty(os, "version_id");

    strbuf_add_span(&distro, json_in_span_or_empty(os, "id"));
    if (version.len) {
        strbuf_add_byte(&distro, '-');
        strbuf_add_span(&distro, version);
    }
    add_qualifier(out, separator, "distro", strbuf_span(&distro));
}

static void add_upstream(struct strbuf *out, char *separator, const json_t *package)
{
    STRBUF_AUTO(upstream, 4 * KIB);
    struct span name = json_in_span_or_empty(package, "source_package.name");
    struct span version = json_in_span_or_empty(package, "source_package.version");

    if (!name.len ||
        (span_equal(name, json_in_span_or_empty(package, "name")) &&
         (!version.len || span_equal(version, json_in_span_or_empty(package, "version")))))
        return;
    strbuf_add_span(&upstream, name);
    if (version.len && !span_equal(version, json_in_span_or_empty(package, "version"))) {
        strbuf_add_byte(&upstream, '@');
        strbuf_add_span(&upstream, version);
    }
    add_qualifier(out, separator, "upstream", strbuf_span(&upstream));
}

json_t *purl_of(const json_t *package, const json_t *operating_system)
{
    const char *type = json_in_string_or(package, "type", "generic");
    bool is_os_package = strcmp(type, "deb") == 0 || strcmp(type, "apk") == 0;
    struct span version = json_in_span_or_empty(package, "version");
    char separator = '?';

    STRBUF_AUTO(purl, LIMIT_PURL);
    strbuf_addf(&purl, "pkg:%s/", type);
    if (is_os_package) {
        add_encoded(&purl, json_in_span_or_empty(operating_system, "id"), AS_IT_IS);
        strbuf_add_byte(&purl, '/');
    }
    add_name(&purl, type, json_in_span_or_empty(package, "name"));
    if (version.len) {
        strbuf_add_byte(&purl, '@');
        add_encoded(&purl, version, AS_IT_IS);
    }
    if (is_os_package) {
        add_qualifier(&purl, &separator, "arch", json_in_span_or_empty(package, "arch"));
        add_distro(&purl, &separator, operating_system);
        add_upstream(&purl, &separator, package);
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
