/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An OCI image layout on disk (image-spec image-layout.md): oci-layout,
 * index.json, blobs/ALGORITHM/HEX.  Blobs are content-addressed, so one layout
 * serves many images and many writers.
 *
 * A blob is written under a temporary name beside its place and renamed when
 * its digest and size are right: what has its final name is complete.
 * index.json is replaced by a rename under a lock (flock on the layout's folder), so two
 * processes never lose each other's entries, nor when both make the layout.  No name from outside becomes a
 * path: a blob's file name is made of its parsed digest.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "broker.h"
#include "image.h"
#include "stream.h"

struct layout;

/* Opens the layout in folder path for reading: oci-layout must be there with imageLayoutVersion 1.x. */
struct layout *layout_open(const char *path, struct error *err);
/* The same in two parts, of which the first reads nothing of it. */
struct layout *layout_find(const char *path, struct error *err);
bool layout_check(const struct layout *layout, struct error *err);
/* Its files are asked for through broker from now on, see folder.h. */
void layout_share(struct layout *layout, struct broker *broker);
/*
 * The same, made first (with its parents) when it is not there.  Until it is closed nothing is collected
 * (layout_gc.h): a shared lock on the folder of the blobs.
 */
struct layout *layout_open_or_create(const char *path, struct error *err);
void layout_close(struct layout *layout);
DEFINE_CLEANUP(cleanup_layout, struct layout *, layout_close)

/* The folder as an absolute path. */
const char *layout_path(const struct layout *layout);
/* True if the blob is there with that size. */
bool layout_has_blob(const struct layout *layout, const struct descriptor *blob);
/* Where it lies, or will: a string to free. */
char *layout_blob_path(const struct layout *layout, const struct descriptor *blob);
/* For who puts it there: makes the folder. */
bool layout_make_blob_folder(const struct layout *layout, const struct descriptor *blob,
                             struct error *err);
/* An unverified stream of the blob's bytes; a blob that is not there is ERROR_NO_INPUT. */
struct stream *layout_open_blob(const struct layout *layout, const struct descriptor *blob,
                                struct error *err);
/* Reads a small blob whole (at most limit bytes) and checks its digest and size. */
bool layout_read_blob(const struct layout *layout, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err);
/*
 * Writes blob from upstream (borrowed), verifying digest and size; nothing is left when it fails.
 * For large ones see layout_store.h.
 */
bool layout_write_blob(struct layout *layout, const struct descriptor *blob,
                       struct stream *upstream, struct error *err);
/* The parsed index.json: a new reference. */
json_t *layout_index(const struct layout *layout, struct error *err);
/*
 * Adds manifest to index.json under the annotation org.opencontainers.image.ref.name = name (NULL:
 * none); an entry of the same name is replaced, one of the same digest and name kept.
 */
bool layout_add_manifest(struct layout *layout, const struct descriptor *manifest, const char *name,
                         struct error *err);

#endif
