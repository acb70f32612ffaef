/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether bytes may be a tar, from the first of them (POSIX pax, "ustar Interchange Format": a header's
 * checksum is the sum of its bytes, those of the checksum itself taken as blanks).  Pure.
 */
#ifndef TAR_HEADER_H
#define TAR_HEADER_H

#include "span.h"

#define TAR_BLOCK 512

/*
 * True of what tar_reader.h reads: a header whose checksum is right, a block of zero bytes, and no bytes
 * at all, which are an archive without members.  start is the first TAR_BLOCK bytes, or all there are.
 */
bool tar_begins(struct span start);

#endif
