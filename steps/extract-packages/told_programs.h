/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs that an SBOM in the image tells of, so that they are not listed once more by what their
 * own bytes say.  Only hashes are kept: SBOMs may tell of millions, and be asked for as many.
 */
#ifndef TOLD_PROGRAMS_H
#define TOLD_PROGRAMS_H

#include "path_table.h"

/*
 * told is a set of the caller's, with a key and to be released (path_table.h).  folder: where the
 * program lies, at any depth; empty for the whole image.  Beyond LIMIT_TOLD_PROGRAMS nothing is noted.
 */
void told_programs_add(struct path_set *told, struct span folder, struct span name,
                       struct span version);
/* True if the program at path is told of, as this version or one that goes on with '-' or '+'. */
bool told_programs_has(const struct path_set *told, struct span path, struct span name,
                       struct span version);

#endif
