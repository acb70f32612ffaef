/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which hosts a server may send us to.  Our machine often reaches what a registry's owner does not: itself,
 * a cloud's metadata service, the inner network.  Pure: names are not resolved here; http.c asks
 * again about each address that one leads to, before it connects.
 */
#ifndef PRIVATE_HOST_H
#define PRIVATE_HOST_H

#include <stdbool.h>

/* Where a host lies. */
enum host_place {
    HOST_UNKNOWN, /* nobody has looked */
    HOST_PUBLIC,
    HOST_INNER, /* RFC 1918, RFC 6598, RFC 2544, RFC 4193 */
    HOST_LOOPBACK,
    HOST_LINK_LOCAL, /* and other addresses of metadata services */
};

/*
 * Of one written as an IP address (IPv6 without brackets), also as one within another (RFC 4291, 2.5.5;
 * RFC 6052), or as localhost; every other name is HOST_PUBLIC.  Never HOST_UNKNOWN.
 */
enum host_place host_place(const char *host);

/* Of a server whose name leads to both: public ones may be anybody's. */
enum host_place host_place_of_both(enum host_place a, enum host_place b);

/* What may be connected to. */
enum host_reach {
    REACH_ALL,
    REACH_INNER, /* all but link-local addresses */
    REACH_PUBLIC,
};

/* A server at place may lead to what is public, and to inner and loopback hosts when it is such a one. */
enum host_reach host_reach_from(enum host_place place);
bool host_is_in_reach(enum host_reach reach, enum host_place place);

#endif
