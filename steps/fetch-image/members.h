/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The members of an image archive (docker-archive, oci-archive): a tar, perhaps
 * compressed, whose documents may stand behind the layers they describe.
 *
 * A first pass remembers each member's name, size, digest and compression, links,
 * and the bytes of those that may be documents; a second one copies the layers
 * that are wanted.  Names are keys here and never become paths.
 */
#ifndef MEMBERS_H
#define MEMBERS_H

#include "digest.h"
#include "inflate.h"
#include "layout.h"
#include "stream.h"

struct archive_member {
    char *name;   /* normalised */
    char *target; /* of a link, normalised from the root; NULL for files */
    uint64_t size;
    struct digest digest;
    enum compression compression; /* by magic */
    char *bytes;                  /* all of what may be a document, else NULL */
};

struct archive_members {
    const char *path;
    uint64_t file_size;
    uint64_t read; /* bytes of all members */
    struct archive_member *items;
    size_t count;
    size_t capacity;
    const struct archive_member **by_name; /* sorted, of one name the last in the archive last */
    size_t kept;                           /* bytes of all documents and names */
};

/*
 * The first pass over the archive at path (borrowed, must outlive it), which must be a regular
 * file, as there is a second one.
 */
bool archive_members_read(struct archive_members *members, const char *path, struct error *err);
void archive_members_release(struct archive_members *members);

/* The file called name, through links; the last of equal names. NULL if there is none. */
const struct archive_member *archive_members_find(const struct archive_members *members,
                                                  struct span name);
/* The bytes of the document called name; ERROR_MALFORMED if there is none or it is too large. */
bool archive_members_document(const struct archive_members *members, const char *name,
                              struct span *ret, struct error *err);
/*
 * The second pass: copies the members that hold one of the image's layers, by digest, into
 * the layout, verified.  A layer that no member holds is ERROR_MALFORMED.
 */
bool archive_members_copy_layers(const struct archive_members *members, const struct image *image,
                                 struct layout *layout, struct error *err);

#endif
