/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private_host.h"

#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "span.h"

static enum host_place place_of_ipv4(uint32_t address)
{
    static const struct {
        uint32_t net;
        int bits;
        enum host_place place;
    } nets[] = {
        {0x00000000, 8, HOST_LOOPBACK}, /* 0.0.0.0 connects to this host */
        {0x7f000000, 8, HOST_LOOPBACK}, {0xa9fe0000, 16, HOST_LINK_LOCAL},
        {0x0a000000, 8, HOST_INNER},    {0xac100000, 12, HOST_INNER},
        {0xc0a80000, 16, HOST_INNER},   {0x64400000, 10, HOST_INNER},
    };

    for (size_t i = 0; i < sizeof nets / sizeof nets[0]; i++)
        if ((address ^ nets[i].net) >> (32 - nets[i].bits) == 0)
            return nets[i].place;
    return HOST_PUBLIC;
}

static enum host_place place_of_ipv6(const struct in6_addr *address)
{
    const uint8_t *b = address->s6_addr;

    if (IN6_IS_ADDR_V4MAPPED(address) || IN6_IS_ADDR_V4COMPAT(address))
        return IN6_IS_ADDR_LOOPBACK(address)
                   ? HOST_LOOPBACK
                   : place_of_ipv4((uint32_t)b[12] << 24 | (uint32_t)b[13] << 16 |
                                   (uint32_t)b[14] << 8 | b[15]);
    if (IN6_IS_ADDR_LOOPBACK(address) || IN6_IS_ADDR_UNSPECIFIED(address))
        return HOST_LOOPBACK;
    if (IN6_IS_ADDR_LINKLOCAL(address))
        return HOST_LINK_LOCAL;
    return (b[0] & 0xfe) == 0xfc ? HOST_INNER : HOST_PUBLIC;
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

bool host_may_lead_to(const char *from, const char *to)
{
    enum host_place place = host_place(to);

    if (place == HOST_PUBLIC || strcasecmp(from, to) == 0)
        return true;
    return place != HOST_LINK_LOCAL && host_place(from) != HOST_PUBLIC;
}
