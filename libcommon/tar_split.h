/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A layer's tar, byte for byte as it was, from the files it was unpacked to and what is left of it besides
 * (github.com/vbatts/tar-split, tar/storage): JSON values one after another, {"type": 2, "payload": BASE64}
 * for bytes of the tar, {"type": 1, "name", "size"} for a file's data.
 */
#ifndef TAR_SPLIT_H
#define TAR_SPLIT_H

#include "stream.h"

/*
 * Takes over split, the JSON inflated, and files, a descriptor of the folder with the files; a name that leads out of
 * it leads to its root (openat2(2), RESOLVE_IN_ROOT).  name is for messages and kept alive by the caller.  A file that
 * is not there or of another size is ERROR_MALFORMED.  Whether the tar is right its digest tells.  Never NULL.
 */
struct stream *tar_split_open_take(struct stream *split, int files, const char *name);

#endif
