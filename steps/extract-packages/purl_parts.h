/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A package URL from outside, taken apart (the purl specification, "how to parse"): the other
 * direction of purl.h.  Percent-encoding is undone, so that the parts may hold any bytes.
 */
#ifndef PURL_PARTS_H
#define PURL_PARTS_H

#include "strbuf.h"

/* The longest that the specification knows has 13 letters. */
#define LIMIT_PURL_TYPE 63

struct purl_parts {
    struct strbuf type;    /* lower case */
    struct strbuf name;    /* as rows have it: with its namespace, unless that is a distribution */
    struct strbuf version; /* with the epoch of a deb or rpm; may be empty */
    struct strbuf arch;    /* may be empty */
};

void purl_parts_init(struct purl_parts *parts);
void purl_parts_release(struct purl_parts *parts);
#define PURL_PARTS_AUTO(x)                                            \
    __attribute__((cleanup(purl_parts_release))) struct purl_parts x; \
    purl_parts_init(&x)

/* Reads into parts (as after init). False for what is no purl or too long. */
bool purl_parts_read(struct purl_parts *parts, struct span purl);
/* True if an URL in it, which may be percent-encoded, has a password or the like (redact.h). */
bool purl_has_secret(struct span purl);

#endif
