/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private_host.h"

#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "span.h"

static enum host_place place_of_ipv4(uint32_t address)
{
    static const struct {
        uint32_t net;
        int bits;
        enum host_place place;
    } nets[] = {
        {0x646464c8, 32, HOST_LINK_LOCAL}, /* 100.100.100.200, Alibaba Cloud's metadata */
        {0x00000000, 8, HOST_LOOPBACK},    /* 0.0.0.0 connects to this host */
        {0x7f000000, 8, HOST_LOOPBACK},    {0xa9fe0000, 16, HOST_LINK_LOCAL},
        {0x0a000000, 8, HOST_INNER},       {0xac100000, 12, HOST_INNER},
        {0xc0a80000, 16, HOST_INNER},      {0x64400000, 10, HOST_INNER},
        {0xc6120000, 15, HOST_INNER},
    };

    for (size_t i = 0; i < sizeof nets / sizeof nets[0]; i++)
        if ((address ^ nets[i].net) >> (32 - nets[i].bits) == 0)
            return nets[i].place;
    return HOST_PUBLIC;
}

static uint32_t last_four(const struct in6_addr *address)
{
    const uint8_t *b = address->s6_addr;

    return (uint32_t)b[12] << 24 | (uint32_t)b[13] << 16 | (uint32_t)b[14] << 8 | b[15];
}

static enum host_place place_of_ipv6(const struct in6_addr *address)
{
    static const uint8_t nat64[12] = {0x00, 0x64, 0xff, 0x9b}; /* RFC 6052, 2.1 */
    static const uint8_t amazon[4] = {0xfd, 0x00, 0x0e, 0xc2}; /* fd00:ec2::254 is its metadata */
    const uint8_t *b = address->s6_addr;

    if (IN6_IS_ADDR_LOOPBACK(address) || IN6_IS_ADDR_UNSPECIFIED(address))
        return HOST_LOOPBACK;
    if (IN6_IS_ADDR_V4MAPPED(address) || IN6_IS_ADDR_V4COMPAT(address) ||
        memcmp(b, nat64, sizeof nat64) == 0)
        return place_of_ipv4(last_four(address));
    if (IN6_IS_ADDR_LINKLOCAL(address) || memcmp(b, amazon, sizeof amazon) == 0)
        return HOST_LINK_LOCAL;
    return (b[0] & 0xfe) == 0xfc || IN6_IS_ADDR_SITELOCAL(address) ? HOST_INNER : HOST_PUBLIC;
}

static bool is_localhost(struct span name)
{
    struct span last = span_skip(name, span_find_last_byte(name, '.') + 1);

    if (span_find_byte(name, '.') == name.len)
        last = name;
    return span_equal_nocase(last, SPAN_LITERAL("localhost"));
}

enum host_place host_place(const char *host)
{
    struct span name = span_string(host);
    char text[INET6_ADDRSTRLEN];
    struct in_addr ipv4;
    struct in6_addr ipv6;

    /* "127.0.0.1." is the same as without its last dot, "fe80::1%eth0" as without its zone. */
    name = span_head(name, span_find_byte(name, '%'));
    if (span_ends_with(name, "."))
        name = span_head(name, name.len - 1);
    if (is_localhost(name))
        return HOST_LOOPBACK;
    if (name.len >= sizeof text)
        return HOST_PUBLIC;
    snprintf(text, sizeof text, "%.*s", SPAN_ARG(name));
    if (inet_pton(AF_INET, text, &ipv4) == 1)
        return place_of_ipv4(ntohl(ipv4.s_addr));
    return inet_pton(AF_INET6, text, &ipv6) == 1 ? place_of_ipv6(&ipv6) : HOST_PUBLIC;
}

enum host_place host_place_of_both(enum host_place a, enum host_place b)
{
    if (a == HOST_UNKNOWN || b == HOST_PUBLIC)
        return b;
    return a;
}

enum host_reach host_reach_from(enum host_place place)
{
    return place == HOST_UNKNOWN || place == HOST_PUBLIC ? REACH_PUBLIC : REACH_INNER;
}

bool host_is_in_reach(enum host_reach reach, enum host_place place)
{
    return reach == REACH_ALL || place == HOST_PUBLIC ||
           (reach == REACH_INNER && place != HOST_LINK_LOCAL);
}
