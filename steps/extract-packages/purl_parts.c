/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "purl_parts.h"

#include <ctype.h>

#include "limits.h"
#include "redact.h"

void purl_parts_init(struct purl_parts *parts)
{
    strbuf_init(&parts->type, LIMIT_PURL_TYPE);
    strbuf_init(&parts->name, LIMIT_PACKAGE_NAME);
    strbuf_init(&parts->version, LIMIT_PACKAGE_NAME);
    strbuf_init(&parts->arch, LIMIT_PACKAGE_NAME);
}

void purl_parts_release(struct purl_parts *parts)
{
    strbuf_release(&parts->type);
    strbuf_release(&parts->name);
    strbuf_release(&parts->version);
    strbuf_release(&parts->arch);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* What is no %XX stays as it is. */
static void add_decoded(struct strbuf *out, struct span s)
{
    for (size_t i = 0; i < s.len; i++) {
        int high = s.data[i] == '%' && i + 2 < s.len ? hex_digit(s.data[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(s.data[i + 2]) : -1;

        if (low < 0) {
            strbuf_add_byte(out, s.data[i]);
            continue;
        }
        strbuf_add_byte(out, (char)(high * 16 + low));
        i += 2;
    }
}

bool purl_has_secret(struct span purl)
{
    STRBUF_AUTO(decoded, LIMIT_DOCUMENT);
    STRBUF_AUTO(masked, LIMIT_DOCUMENT);

    add_decoded(&decoded, purl);
    return redact_append_urls(&masked, strbuf_span(&decoded)) > 0;
}

/* Splits off what stands behind the last separator, if there is one. */
static bool take_behind(struct span *s, char separator, struct span *ret)
{
    size_t at = span_find_last_byte(*s, separator);

    if (at == s->len)
        return false;
    *ret = span_skip(*s, at + 1);
    *s = span_head(*s, at);
    return true;
}

static struct span qualifier(struct span qualifiers, const char *key)
{
    struct span one;

    while (span_split(&qualifiers, '&', &one))
        if (span_eat(&one, key) && span_eat(&one, "="))
            return one;
    return span_of(NULL, 0);
}

/* Letters, digits, '.', '+', '-', a letter first. */
static bool read_type(struct strbuf *out, struct span type)
{
    for (size_t i = 0; i < type.len; i++) {
        unsigned char c = (unsigned char)type.data[i];

        if (!isalnum(c) && c != '.' && c != '+' && c != '-')
            return false;
        strbuf_add_byte(out, (char)tolower(c));
    }
    return type.len && isalpha((unsigned char)type.data[0]);
}

static bool is_one_of(struct span type, const char *const *names)
{
    for (; *names; names++)
        if (span_equal_string(type, *names))
            return true;
    return false;
}

/* Of these the namespace is the distribution that the package is of. */
static bool is_system_type(struct span type)
{
    static const char *const types[] = {"alpm", "apk", "bitnami", "deb", "opkg", "rpm", NULL};

    return is_one_of(type, types);
}

static bool has_epoch(struct span type)
{
    static const char *const types[] = {"deb", "rpm", NULL};

    return is_one_of(type, types);
}

/* path: NAMESPACE/NAME, which may begin or end with '/'. */
static void read_name(struct purl_parts *parts, struct span path)
{
    bool is_system = is_system_type(strbuf_span(&parts->type));
    char separator = span_equal_string(strbuf_span(&parts->type), "maven") ? ':' : '/';
    struct span part;

    while (span_split(&path, '/', &part)) {
        bool is_last = !path.len;

        if (!part.len || (is_system && !is_last))
            continue;
        if (parts->name.len)
            strbuf_add_byte(&parts->name, is_last ? separator : separator == ':' ? '.' : '/');
        add_decoded(&parts->name, part);
    }
}

static void read_version(struct purl_parts *parts, struct span version, struct span epoch)
{
    if (epoch.len && has_epoch(strbuf_span(&parts->type)) && !span_equal_string(epoch, "0")) {
        add_decoded(&parts->version, epoch);
        strbuf_add_byte(&parts->version, ':');
    }
    add_decoded(&parts->version, version);
}

/* "@" of an npm scope that was not encoded is followed by more of the path. */
static struct span take_version(struct span *rest)
{
    struct span path = *rest;
    struct span version;

    if (!take_behind(&path, '@', &version) || span_find_byte(version, '/') < version.len)
        return span_of(NULL, 0);
    *rest = path;
    return version;
}

bool purl_parts_read(struct purl_parts *parts, struct span purl)
{
    struct span qualifiers = span_of(NULL, 0);
    struct span subpath;
    struct span version;
    struct span type;

    if (!span_eat(&purl, "pkg:"))
        return false;
    while (span_eat(&purl, "/"))
        ;
    take_behind(&purl, '#', &subpath);
    take_behind(&purl, '?', &qualifiers);
    if (!span_split(&purl, '/', &type) || !read_type(&parts->type, type))
        return false;
    while (span_ends_with(purl, "/"))
        purl.len--;
    version = take_version(&purl);
    while (span_ends_with(purl, "/"))
        purl.len--;
    read_name(parts, purl);
    read_version(parts, version, qualifier(qualifiers, "epoch"));
    add_decoded(&parts->arch, qualifier(qualifiers, "arch"));
    return parts->name.len && !strbuf_overflowed(&parts->type) &&
           !strbuf_overflowed(&parts->name) && !strbuf_overflowed(&parts->version) &&
           !strbuf_overflowed(&parts->arch);
}
