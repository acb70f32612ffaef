/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a whole an answer is: Content-Range (RFC 9110, 14.4).  Pure. */
#ifndef CONTENT_RANGE_H
#define CONTENT_RANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "span.h"

/* True for "bytes FIRST-LAST/SIZE", where an asterisk may stand for SIZE, that ends with the whole. */
bool content_range_is_rest(struct span header, uint64_t first, uint64_t size);

#endif
