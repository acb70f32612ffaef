/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a list goes on: Link (RFC 8288, 3; distribution-spec, "Listing Referrers").  Pure. */
#ifndef LINK_HEADER_H
#define LINK_HEADER_H

#include "error.h"
#include "span.h"

/*
 * The target of the first link of header whose relation is "next": a part of it, an URL or a relative
 * reference, free of control characters.  Empty when there is none.  A header that does not follow the
 * grammar is ERROR_MALFORMED, as what it leads to would be missing without a word.
 */
bool link_header_next(struct span header, struct span *ret_target, struct error *err);

#endif
