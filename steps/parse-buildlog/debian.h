/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which package of Debian has a header, a library, a command ...: for advice, in
 * failures that name what is missing.  The table (packages/debian.tsv) is made
 * from Debian's own indexes by packages/make-debian, which says what is in it;
 * the build embeds it.  It is searched line by line, once in a report.
 */
#ifndef DEBIAN_H
#define DEBIAN_H

#include "span.h"

/*
 * kind is "header", "library", "shared", "pkgconfig", "cmake" or "command"; name as the tool asked
 * for it: "zlib.h", "openssl/ssl.h", "z", "libGL.so.1", "libffi", "Threads", "pg_config".  Empty
 * when it is not known.
 */
struct span debian_package(const char *kind, struct span name);

/* ---- made by the build ---- */
extern const unsigned char debian_table[];
extern const size_t debian_table_size;

#endif
