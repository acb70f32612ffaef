/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which hosts a server may send us to.  Our machine often reaches what a registry's owner does not: itself,
 * a cloud's metadata service, the inner network.  Pure: names are not resolved, so a
 * name that leads to such an address passes; what counts here is the plain attempt.
 */
#ifndef PRIVATE_HOST_H
#define PRIVATE_HOST_H

#include <stdbool.h>

/* Where a host written as an IP address (IPv6 without brackets) or as localhost lies. */
enum host_place {
    HOST_PUBLIC, /* and every other name */
    HOST_INNER,  /* RFC 1918, RFC 6598, RFC 4193 */
    HOST_LOOPBACK,
    HOST_LINK_LOCAL,
};

enum host_place host_place(const char *host);

/*
 * True if a server at from may point to to: to itself and to what is public; to inner and loopback
 * hosts only when it is such a one; to another link-local host never.
 */
bool host_may_lead_to(const char *from, const char *to);

#endif
