/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "digest.h"
#include "redact.h"
#include "xalloc.h"

#define DEFAULT_HOST "docker.io"
#define DEFAULT_TAG "latest"
#define MOST_REPOSITORY 255
#define MOST_TAG 128

char *reference_name(const struct reference *ref, const char *text)
{
    return ref->transport == TRANSPORT_REGISTRY ? xasprintf("%s/%s", ref->host, ref->repository)
                                                : xstrdup(text);
}

void reference_release(struct reference *ref)
{
    free(STEAL(ref->path));
    free(STEAL(ref->options));
    free(STEAL(ref->host));
    free(STEAL(ref->repository));
    free(STEAL(ref->tag));
    free(STEAL(ref->digest));
}

static char *copy(struct span s)
{
    return xmemdup0(s.data, s.len);
}

/* ---- registry names (distribution reference grammar) ---- */

bool reference_is_host(struct span first)
{
    return span_find_byte(first, '.') < first.len || span_find_byte(first, ':') < first.len ||
           span_equal_string(first, "localhost");
}

/* Letters, digits, and '-' between them. */
static bool is_label(struct span label)
{
    for (size_t i = 0; i < label.len; i++)
        if (!isalnum((unsigned char)label.data[i]) && label.data[i] != '-')
            return false;
    return label.len && label.data[0] != '-' && label.data[label.len - 1] != '-';
}

/* Labels joined by dots, which covers IPv4 too. */
static bool is_name(struct span name)
{
    struct span label;

    if (!name.len || span_ends_with(name, "."))
        return false;
    while (span_split(&name, '.', &label))
        if (!is_label(label))
            return false;
    return true;
}

/* "[", what IPv6 is made of, "]" */
static bool is_ipv6(struct span name)
{
    struct span inner = span_skip(span_head(name, name.len - 1), 1);

    for (size_t i = 0; i < inner.len; i++)
        if (!isxdigit((unsigned char)inner.data[i]) && inner.data[i] != ':')
            return false;
    return inner.len > 0 && span_starts_with(name, "[") && span_ends_with(name, "]");
}

/* A name or an address, and perhaps ":" and a port. */
static bool check_host(struct span host, struct error *err)
{
    size_t colon = span_find_last_byte(host, ':');
    bool has_port = colon < host.len && !span_ends_with(host, "]");
    struct span name = has_port ? span_head(host, colon) : host;
    uint64_t port = 1;
    bool good = name.len && (is_name(name) || is_ipv6(name)) &&
                (!has_port || span_to_uint64(span_skip(host, colon + 1), &port)) && port > 0 &&
                port <= UINT16_MAX;

    return good ||
           error_set(err, ERROR_USAGE, "'%s' is no host", quote_bytes(host.data, host.len).text);
}

/* [a-z0-9]+ parts joined by one '.', one or two '_', or any number of '-'. */
static bool is_component(struct span name)
{
    size_t i = 0;

    for (;;) {
        size_t start = i;
        size_t separators = 0;

        while (i < name.len &&
               (isdigit((unsigned char)name.data[i]) || islower((unsigned char)name.data[i])))
            i++;
        if (i == start)
            return false;
        if (i == name.len)
            return true;
        char separator = name.data[i];
        while (i < name.len && name.data[i] == separator) {
            separators++;
            i++;
        }
        if (!((separator == '.' && separators == 1) || (separator == '_' && separators <= 2) ||
              separator == '-'))
            return false;
    }
}

static bool check_repository(struct span repository, struct error *err)
{
    struct span rest = repository;
    struct span part;

    if (!repository.len || repository.len > MOST_REPOSITORY ||
        repository.data[repository.len - 1] == '/')
        return error_set(err, ERROR_USAGE, "'%s' is no repository",
                         quote_bytes(repository.data, repository.len).text);
    while (span_split(&rest, '/', &part))
        if (!is_component(part))
            return error_set(err, ERROR_USAGE,
                             "'%s' is no part of a repository's name (a-z, 0-9, and . _ - between "
                             "them)",
                             quote_bytes(part.data, part.len).text);
    return true;
}

static bool check_tag(struct span tag, struct error *err)
{
    bool good = tag.len > 0 && tag.len <= MOST_TAG && tag.data[0] != '.' && tag.data[0] != '-';

    for (size_t i = 0; good && i < tag.len; i++)
        good = isalnum((unsigned char)tag.data[i]) || (tag.data[i] && strchr("._-", tag.data[i]));
    return good ||
           error_set(err, ERROR_USAGE, "'%s' is no tag", quote_bytes(tag.data, tag.len).text);
}

static bool take_digest(struct span *rest, struct reference *ret, struct error *err)
{
    size_t at = span_find_byte(*rest, '@');
    struct span text = span_skip(*rest, at + 1);
    struct digest digest;

    if (at == rest->len)
        return true;
    if (!digest_parse(text, &digest, err)) {
        /* What the user typed wrong is no malformed answer. */
        err->kind = ERROR_USAGE;
        return false;
    }
    ret->digest = copy(text);
    *rest = span_head(*rest, at);
    return true;
}

static bool take_tag(struct span *rest, struct reference *ret, struct error *err)
{
    size_t slash = span_find_last_byte(*rest, '/');
    struct span last = span_skip(*rest, slash == rest->len ? 0 : slash + 1);
    size_t colon = span_find_byte(last, ':');
    struct span tag = span_skip(last, colon + 1);

    if (colon == last.len) {
        ret->tag = ret->digest ? NULL : xstrdup(DEFAULT_TAG);
        return true;
    }
    if (!check_tag(tag, err))
        return false;
    ret->tag = copy(tag);
    rest->len -= tag.len + 1;
    return true;
}

/* The host, and docker.io's habit of "library/" before names of one part. */
static bool take_name(struct span rest, struct reference *ret, struct error *err)
{
    size_t slash = span_find_byte(rest, '/');
    struct span first = span_head(rest, slash);
    struct span host = SPAN_LITERAL(DEFAULT_HOST);
    CLEANUP(cleanup_free) char *repository = NULL;
    bool is_default;

    if (slash < rest.len && reference_is_host(first)) {
        host = span_equal_string(first, "index.docker.io") ? host : first;
        rest = span_skip(rest, slash + 1);
    }
    is_default = span_equal_string(host, DEFAULT_HOST);
    repository = is_default && rest.len && span_find_byte(rest, '/') == rest.len
                     ? xasprintf("library/%.*s", SPAN_ARG(rest))
                     : copy(rest);
    if (!check_host(host, err) || !check_repository(span_string(repository), err))
        return false;
    ret->host = copy(host);
    ret->repository = STEAL(repository);
    return true;
}

static bool parse_registry(struct span rest, struct reference *ret, struct error *err)
{
    ret->transport = TRANSPORT_REGISTRY;
    return take_digest(&rest, ret, err) && take_tag(&rest, ret, err) && take_name(rest, ret, err);
}

/* ---- local transports ---- */

static const struct {
    const char *prefix;
    enum transport transport;
    bool takes_tag;
} local_transports[] = {
    {"oci:", TRANSPORT_OCI, true},
    {"oci-archive:", TRANSPORT_OCI_ARCHIVE, true},
    {"docker-archive:", TRANSPORT_DOCKER_ARCHIVE, true},
    {"dir:", TRANSPORT_DIR, false},
};

/* "@N" counts from 0; what a docker archive calls its images has a tag. */
static bool check_local_name(enum transport transport, struct span name, struct error *err)
{
    struct span number = name;
    uint64_t ignored;
    REFERENCE_AUTO(ref);

    if (span_eat(&number, "@"))
        return span_to_uint64(number, &ignored) ||
               error_set(err, ERROR_USAGE, "'%s' is no number of an image, as '@0' is",
                         quote_bytes(name.data, name.len).text);
    if (transport != TRANSPORT_DOCKER_ARCHIVE || !name.len)
        return true;
    if (!parse_registry(name, &ref, err))
        return false;
    return !ref.digest || error_set(err, ERROR_USAGE,
                                    "a docker archive has no digests: name the image by its tag, "
                                    "or as '@0'");
}

/* PATH[:NAME]: the path ends at the first colon, as skopeo has it. */
static bool parse_local(struct span rest, bool takes_tag, struct reference *ret, struct error *err)
{
    size_t colon = takes_tag ? span_find_byte(rest, ':') : rest.len;
    struct span tag = span_skip(rest, colon + 1);

    if (!colon)
        return error_set(err, ERROR_USAGE, "it names no file or folder");
    if (colon < rest.len && !tag.len)
        return error_set(err, ERROR_USAGE, "there is nothing behind the colon");
    ret->path = copy(span_head(rest, colon));
    ret->tag = tag.len ? copy(tag) : NULL;
    return check_local_name(ret->transport, tag, err);
}

static bool check_id(struct span id, struct error *err)
{
    return (id.len && id.len <= DIGEST_HEX && span_is_hex(id, id.len)) ||
           error_set(err, ERROR_USAGE, "'%s' is no image's id", quote_bytes(id.data, id.len).text);
}

/* What the daemon is asked for: all tags of a name would come without one.  "@ID" or "sha256:ID" is an image's. */
static bool parse_daemon(struct span rest, struct reference *ret, struct error *err)
{
    struct span id = rest;
    bool is_id = span_eat(&id, "@");
    CLEANUP(cleanup_free) char *suffix = NULL;
    REFERENCE_AUTO(name);

    is_id = span_eat(&id, "sha256:") || is_id;
    ret->transport = TRANSPORT_DOCKER_DAEMON;
    if (is_id) {
        ret->path = copy(id);
        return check_id(id, err);
    }
    if (!parse_registry(rest, &name, err))
        return false;
    ret->tag = STEAL(name.tag);
    if (ret->tag)
        suffix = xasprintf(":%s", ret->tag);
    ret->path = suffix && !name.digest && !span_ends_with(rest, suffix)
                    ? xasprintf("%.*s%s", SPAN_ARG(rest), suffix)
                    : copy(rest);
    return true;
}

/* "[" [DRIVER "@"] ROOT ["+" RUNROOT] [":" OPTIONS] "]" (containers-transports(5)); nothing is mounted or run. */
static bool take_store(struct span *rest, struct reference *ret, struct error *err)
{
    size_t end = span_find_byte(*rest, ']');
    struct span store = span_skip(span_head(*rest, end), 1);
    size_t at = span_find_byte(store, '@');
    size_t colon;

    if (!span_starts_with(*rest, "["))
        return true;
    if (end == rest->len)
        return error_set(err, ERROR_USAGE, "there is no ']' behind the storage");
    if (at < store.len && !span_equal_string(span_head(store, at), "overlay"))
        return error_set(err, ERROR_USAGE, "the storage driver '%s' is not supported, overlay is",
                         quote_bytes(store.data, at).text);
    store = at < store.len ? span_skip(store, at + 1) : store;
    colon = span_find_byte(store, ':');
    if (colon < store.len)
        ret->options = copy(span_skip(store, colon + 1));
    store = span_head(store, colon);
    store = span_head(store, span_find_byte(store, '+'));
    if (!span_starts_with(store, "/"))
        return error_set(err, ERROR_USAGE, "the storage's folder is no absolute path");
    ret->path = copy(store);
    *rest = span_skip(*rest, end + 1);
    return true;
}

/* "@ID", NAME, with "@DIGEST" or without, or NAME"@"ID; an id alone looks like a name. */
static bool check_storage_name(struct span text, struct error *err)
{
    size_t at = span_find_last_byte(text, '@');
    struct span last = span_skip(text, at + 1);
    bool has_id = at < text.len && span_find_byte(last, ':') == last.len;
    struct error why = {0};
    REFERENCE_AUTO(name);

    if (has_id && !check_id(last, err))
        return false;
    if (has_id && !at)
        return true;
    if (parse_registry(has_id ? span_head(text, at) : text, &name, &why) || check_id(text, &why))
        return true;
    return error_set(err, why.kind, "%s", why.message);
}

static bool parse_storage(struct span rest, struct reference *ret, struct error *err)
{
    ret->transport = TRANSPORT_STORAGE;
    if (!take_store(&rest, ret, err) || !check_storage_name(rest, err))
        return false;
    ret->tag = copy(rest);
    return true;
}

static bool check_length(struct span text, struct error *err)
{
    return (text.len && text.len <= LIMIT_REFERENCE) ||
           error_set(err, ERROR_USAGE, "it is empty, or longer than %zu bytes", LIMIT_REFERENCE);
}

static bool refuse_other_transports(struct span text, struct error *err)
{
    static const char *const others[] = {"ostree:", "rootfs:"};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (span_starts_with(text, others[i]))
            return error_set(err, ERROR_USAGE, "the transport '%s' is not supported", others[i]);
    return true;
}

static bool parse(struct span text, struct reference *ret, struct error *err)
{
    if (!check_length(text, err) || !refuse_other_transports(text, err))
        return false;
    for (size_t i = 0; i < sizeof local_transports / sizeof *local_transports; i++) {
        struct span rest = text;

        if (!span_eat(&rest, local_transports[i].prefix))
            continue;
        ret->transport = local_transports[i].transport;
        return parse_local(rest, local_transports[i].takes_tag, ret, err);
    }
    if (span_eat(&text, "containers-storage:"))
        return parse_storage(text, ret, err);
    if (span_eat(&text, "docker-daemon:"))
        return parse_daemon(text, ret, err);
    span_eat(&text, "docker://");
    return parse_registry(text, ret, err);
}

static bool parsed(bool done, const char *text, struct reference *ret, struct error *err)
{
    if (done)
        return true;
    reference_release(ret);
    /* Somebody may have put a password before the host. */
    STRBUF_AUTO(shown, LIMIT_REFERENCE);
    redact_append(&shown, span_string(text));
    return error_prefix(err, "'%s' is no image reference", QUOTE(shown.data));
}

bool reference_parse(const char *text, struct reference *ret, struct error *err)
{
    return parsed(parse(span_string(text), ret, err), text, ret, err);
}

bool reference_parse_name(const char *text, struct reference *ret, struct error *err)
{
    struct span name = span_string(text);

    return parsed(check_length(name, err) && parse_registry(name, ret, err), text, ret, err);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool reference_same_name(const char *a, const char *b)
{
    struct error ignored = {0};
    REFERENCE_AUTO(x);
    REFERENCE_AUTO(y);

    if (strcmp(a, b) == 0)
        return true;
    return reference_parse_name(a, &x, &ignored) && reference_parse_name(b, &y, &ignored) &&
           same_text(x.host, y.host) && same_text(x.repository, y.repository) &&
           same_text(x.tag, y.tag) && same_text(x.digest, y.digest);
}
