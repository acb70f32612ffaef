/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes zip archives in memory, right ones, and ones that a test then breaks.
 *
 *     struct zip_builder zip = {0};
 *     zip_builder_init(&zip);
 *     zip_builder_add(&zip, "a.txt", span_string("text"), ZIP_STORED);
 *     struct span archive = zip_builder_end(&zip);
 *     ...
 *     zip_builder_release(&zip);
 */
#ifndef ZIP_BUILDER_H
#define ZIP_BUILDER_H

#include "strbuf.h"

enum { ZIP_STORED = 0, ZIP_DEFLATED = 8 };

struct zip_builder {
    struct strbuf file; /* members; after the end the whole archive */
    struct strbuf directory;
    size_t count;
    size_t base; /* what stood before the archive: offsets count from there */
};

void zip_builder_init(struct zip_builder *zip);
/* Bytes before the archive; offsets count from behind them. */
void zip_builder_prefix(struct zip_builder *zip, struct span bytes);
void zip_builder_add(struct zip_builder *zip, const char *name, struct span content, int method);
/* Writes the directory and its end; the archive, valid until the release. */
struct span zip_builder_end(struct zip_builder *zip);
/* The same with the records of zip64. */
struct span zip_builder_end64(struct zip_builder *zip);
void zip_builder_release(struct zip_builder *zip);

/* Overwrites size bytes at offset of the archive with a little-endian number. */
void zip_builder_put(struct span archive, size_t offset, uint64_t value, size_t size);

#endif
