/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "purl.h"

#include <ctype.h>
#include <string.h>

#include "json_in.h"
#include "strbuf.h"

/* Room for name and version, every byte percent-encoded. */
#define LIMIT_PURL (32 * KIB)

/* Percent-encodes all but the unreserved bytes, and ':' which the specification leaves as it is. */
static void add_encoded(struct strbuf *out, struct span s, bool is_pypi_name)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];

        if (is_pypi_name)
            c = c == '_' ? '-' : (unsigned char)tolower(c);
        if (isalnum(c) || (c && strchr("-._~:", c)))
            strbuf_add_byte(out, (char)c);
        else
            strbuf_addf(out, "%%%02X", c);
    }
}

static void add_qualifier(struct strbuf *out, char *separator, const char *key, struct span value)
{
    if (!value.len)
        return;
    strbuf_add_byte(out, *separator);
    strbuf_addf(out, "%s=", key);
    add_encoded(out, value, false);
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

/* "group:artifact", or an artifact alone, as namespace and name. */
static void add_maven_name(struct strbuf *out, struct span name)
{
    size_t colon = span_find_byte(name, ':');

    add_encoded(out, span_head(name, colon), false);
    if (colon < name.len) {
        strbuf_add_byte(out, '/');
        add_encoded(out, span_skip(name, colon + 1), false);
    }
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
        add_encoded(&purl, json_in_span_or_empty(operating_system, "id"), false);
        strbuf_add_byte(&purl, '/');
    }
    if (strcmp(type, "maven") == 0)
        add_maven_name(&purl, json_in_span_or_empty(package, "name"));
    else
        add_encoded(&purl, json_in_span_or_empty(package, "name"), strcmp(type, "pypi") == 0);
    if (version.len) {
        strbuf_add_byte(&purl, '@');
        add_encoded(&purl, version, false);
    }
    if (is_os_package) {
        add_qualifier(&purl, &separator, "arch", json_in_span_or_empty(package, "arch"));
        add_distro(&purl, &separator, operating_system);
        add_upstream(&purl, &separator, package);
    }
    return json_new_string(strbuf_span(&purl));
}
