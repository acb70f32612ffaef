/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http_proxy.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- no_proxy ---- */

struct address {
    int family;
    unsigned char bytes[16];
};

static bool parse_address(struct span text, struct address *ret)
{
    char copy[INET6_ADDRSTRLEN];

    if (span_starts_with(text, "[") && span_ends_with(text, "]"))
        text = span_skip(span_head(text, text.len - 1), 1);
    if (text.len >= sizeof copy)
        return false;
    snprintf(copy, sizeof copy, "%.*s", SPAN_ARG(text));
    ret->family = AF_INET;
    if (inet_pton(AF_INET, copy, ret->bytes) == 1)
        return true;
    ret->family = AF_INET6;
    return inet_pton(AF_INET6, copy, ret->bytes) == 1;
}

/* ADDRESS or ADDRESS/BITS */
static bool has_address(struct span item, const struct address *host)
{
    size_t slash = span_find_byte(item, '/');
    struct address net;
    uint64_t bits;

    if (!parse_address(span_head(item, slash), &net) || net.family != host->family)
        return false;
    bits = net.family == AF_INET ? 32 : 128;
    if (slash < item.len) {
        uint64_t said;

        if (!span_to_uint64(span_skip(item, slash + 1), &said) || said > bits)
            return false;
        bits = said;
    }
    if (memcmp(net.bytes, host->bytes, bits / 8) != 0)
        return false;
    return bits % 8 == 0 || (net.bytes[bits / 8] ^ host->bytes[bits / 8]) >> (8 - bits % 8) == 0;
}

/* "example.com" and ".example.com" are that name and all below it. */
static bool has_name(struct span item, struct span host)
{
    span_eat(&item, ".");
    if (!item.len || item.len > host.len ||
        !span_equal_nocase(span_skip(host, host.len - item.len), item))
        return false;
    return item.len == host.len || host.data[host.len - item.len - 1] == '.';
}

/* Takes ":PORT" off; false when it is another port's. */
static bool take_port(struct span *item, const char *port)
{
    size_t colon = span_find_last_byte(*item, ':');
    struct span before = span_head(*item, colon);

    /* The colons of an address are no port's. */
    if (colon == item->len ||
        (span_find_byte(before, ':') < before.len && !span_ends_with(before, "]")))
        return true;
    if (!span_equal_string(span_skip(*item, colon + 1), port))
        return false;
    *item = before;
    return true;
}

static bool excepts(struct span item, const struct http_url *url)
{
    struct address address;

    if (span_equal_string(item, "*"))
        return true;
    if (!item.len || !take_port(&item, url->port))
        return false;
    return parse_address(span_string(url->host), &address) ? has_address(item, &address)
                                                           : has_name(item, span_string(url->host));
}

bool http_proxy_excepts(struct span list, const struct http_url *url)
{
    struct span items;

    while (span_split(&list, ',', &items)) {
        struct span item;

        while (span_split(&items, ' ', &item))
            if (excepts(span_trim(item), url))
                return true;
    }
    return false;
}

/* ---- the environment ---- */

static const char *first_set(const char *lower, const char *upper)
{
    const char *value = getenv(lower);

    return value && *value ? value : getenv(upper);
}

const char *http_proxy_for(const struct http_url *url)
{
    bool https = strcmp(url->scheme, "https") == 0;
    const char *proxy =
        https ? first_set("https_proxy", "HTTPS_PROXY") : first_set("http_proxy", "HTTP_PROXY");

    if (!proxy || !*proxy)
        proxy = first_set("all_proxy", "ALL_PROXY");
    if (!proxy || !*proxy ||
        http_proxy_excepts(span_string(first_set("no_proxy", "NO_PROXY")), url))
        return NULL;
    return proxy;
}
