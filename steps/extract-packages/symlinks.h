/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The symbolic links of an image, and where paths lead through them: as the
 * kernel would resolve them with the image's root as "/", so that no link leads
 * out (".." at the root stays there).  Paths have no leading '/'.
 */
#ifndef SYMLINKS_H
#define SYMLINKS_H

#include "path_table.h"
#include "strbuf.h"

struct symlink {
    char *path;         /* canonical: no folder on the way is a link */
    const char *target; /* borrowed from the layer's facts */
    size_t layer;
    bool alive;
};

struct symlinks {
    struct symlink *items;
    size_t count;
    size_t capacity;
    struct path_map at; /* path -> index of the link that is alive */
    struct last_folder *last;
};

void symlinks_init(struct symlinks *links);
void symlinks_release(struct symlinks *links);
/* Adds a link at a canonical path, which is copied. */
void symlinks_add(struct symlinks *links, struct span path, const char *target, size_t layer);
void symlinks_remove(struct symlinks *links, size_t index);

/*
 * Where path leads, appended to out (which is empty before).  The last
 * component is followed too when follow_last.  What is not a link is taken as it
 * is, whether or not it exists.  False for a loop (more than LIMIT_SYMLINKS links)
 * or a result that is too long, and for all once links led through LIMIT_FOLLOWED.  Files of one folder in a row are quick, as the folder is
 * remembered: links are for one thread alone.
 */
bool symlinks_resolve(const struct symlinks *links, struct span path, bool follow_last,
                      struct strbuf *out);
/* True when links led through more than LIMIT_FOLLOWED: what was not resolved since is not known. */
bool symlinks_are_exhausted(const struct symlinks *links);

#endif
