/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The members of an image archive (docker-archive, oci-archive): a tar, perhaps
 * compressed, whose documents may stand behind the layers they describe.
 *
 *     archive_members_open(&members, "image.tar", err)    the file, of which nothing is read
 *     archive_members_read(&members, err)                 the list of members, and the documents
 *     archive_members_stream(&members, member, err)       a layer's bytes
 *     archive_members_release(&members)
 *
 * What it costs: of a plain tar the list takes one read a member, as data are passed over, and a
 * layer is then read at its place, by several threads at a time.  A compressed one must be
 * inflated to get anywhere: once for the list, and once more for all layers together when
 * they are asked for in the order of the archive; each step back is another time.
 *
 * Names are keys here and never become paths.
 */
#ifndef ARCHIVE_MEMBERS_H
#define ARCHIVE_MEMBERS_H

#include "digest.h"
#include "inflate.h"
#include "layout_incoming.h"
#include "stream.h"
#include "tar_reader.h"

struct archive_member {
    char *name;      /* normalised */
    char *target;    /* of a link, normalised from the root; NULL for files */
    uint64_t size;   /* bytes */
    uint64_t offset; /* where its data begin in a plain archive */
    bool in_place;   /* and all of them stand there */
    bool
        has_digest; /* known from the first pass, as it is of all members of a compressed archive */
    struct digest digest;
    enum compression compression;    /* by magic */
    char *bytes;                     /* all of what may be a document, else NULL */
    struct layout_incoming incoming; /* of a stream that is kept */
};

struct archive_members {
    char *path;
    int fd;
    uint64_t file_size;
    bool compressed;
    bool in_order; /* some member is not in place: see archive_members_stream() */
    uint64_t read; /* bytes of members in the first pass */
    struct archive_member *items;
    size_t count;
    size_t capacity;
    const struct archive_member **by_name; /* sorted, of one name the last in the archive last */
    size_t kept;                           /* bytes of all documents and names */
    struct tar_reader *pass;               /* at the member before pass_next, or NULL */
    size_t pass_next;
    const struct layout *layout; /* where what comes as a stream is kept, or NULL */
};

/*
 * Opens the archive at path, which must be a regular file, as it is read more than once.  Members
 * are {0} before; release them also after a failure.
 */
bool archive_members_open(struct archive_members *members, const char *path, struct error *err);
/* The first pass. */
bool archive_members_read(struct archive_members *members, struct error *err);
/*
 * Or both for what comes as a stream, which is read once: the data of each file go into layout (borrowed; NULL:
 * nowhere) under a temporary name, which goes with the members unless it is kept.  They have no stream then.
 */
bool archive_members_read_take(struct archive_members *members, struct stream *in, const char *name,
                               const struct layout *layout, struct error *err);
void archive_members_release(struct archive_members *members);

/* The file called name, through links; the last of equal names. NULL if there is none. */
const struct archive_member *archive_members_find(const struct archive_members *members,
                                                  struct span name);
/* The bytes of the document called name; ERROR_MALFORMED if there is none or it is too large. */
bool archive_members_document(const struct archive_members *members, const char *name,
                              struct span *ret, struct error *err);
/*
 * A file's data, unverified.  With in_order one stream may be open at a time, and members are best asked
 * for in the order of the archive (their addresses); else any number, by any thread.  NULL with err set.
 */
struct stream *archive_members_stream(struct archive_members *members,
                                      const struct archive_member *item, struct error *err);
/* The SHA-256 of a file's data, which are read for it unless it is known. */
bool archive_members_digest(struct archive_members *members, const struct archive_member *item,
                            struct digest *ret, struct error *err);

#endif
