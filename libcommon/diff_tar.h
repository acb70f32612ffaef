/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A layer's tar packed anew from the folder that a storage with the driver overlay keeps it in, where nothing else is
 * left of it: entries in the order of their names, each folder before what is in it; whiteouts as an image
 * has them (image-spec layer.md).  The same files give the same bytes.
 *
 * What it holds at one time: the names in the folders on the way, of each at most LIMIT_FOLDER_NAMES, and those of
 * files that have several.
 */
#ifndef DIFF_TAR_H
#define DIFF_TAR_H

#include "stream.h"

/*
 * Takes over files, a descriptor of the folder; no name in it leads out of it (beneath.h).  name is for messages and
 * kept alive by the caller.  owners_hold: see diff_entry.h.  A file that changes while it is read is ERROR_MALFORMED, one that may not be
 * read ERROR_PERMISSION.  Never NULL.
 */
struct stream *diff_tar_open_take(int files, bool owners_hold, const char *name);

#endif
