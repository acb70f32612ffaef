/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private keys in a log, line by line (RFC 7468; its headers: RFC 1421, section 4.6). */
#ifndef PEM_H
#define PEM_H

#include <stdbool.h>

#include "span.h"

/* Of each line in which one begins. */
#define PEM_MARK "-----BEGIN "

/* A private key begins in the line, and does not end there. */
bool pem_begins(struct span line);
/* A line, without its prefixes but for seconds, that may be inside of one or its end: it is one word, or a header. */
bool pem_is_inside(struct span line);
bool pem_ends(struct span line);

#endif
