/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ndb, rpm's own database (rpm's lib/backend/ndb/rpmpkg.c): little-endian; a header of
 * 32 bytes, then slots of 16 bytes up to the end of the slot pages, then blobs at
 * multiples of 16 bytes.
 */
#include <string.h>

#include "rpm_database.h"

#define PAGE_SIZE 4096U
#define HEADER_SIZE 32U
#define SLOT_SIZE 16U
#define BLOCK_SIZE 16U
#define BLOB_HEADER_SIZE 16U

static uint32_t get(struct span s, uint64_t at)
{
    const unsigned char *b = (const unsigned char *)s.data + at;

    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static bool has(struct span s, uint64_t at, const char *magic)
{
    return memcmp(s.data + at, magic, 4) == 0;
}

bool rpm_is_ndb(struct span bytes)
{
    return span_starts_with(bytes, "RpmP");
}

/* Of no package, or never used: all zero. */
static bool is_free(struct span bytes, uint64_t slot)
{
    static const char zeros[SLOT_SIZE];

    if (has(bytes, slot, "Slot"))
        return !get(bytes, slot + 4);
    return memcmp(bytes.data + slot, zeros, SLOT_SIZE) == 0;
}

/* The blob of a slot; false when its place, its header or its length cannot be. */
static bool find_blob(struct span bytes, uint64_t slot, struct span *ret)
{
    uint64_t at = (uint64_t)get(bytes, slot + 8) * BLOCK_SIZE;
    uint64_t room = (uint64_t)get(bytes, slot + 12) * BLOCK_SIZE;
    uint64_t length;

    if (at > bytes.len || room > bytes.len - at || room < BLOB_HEADER_SIZE)
        return false;
    if (!has(bytes, at, "BlbS") || get(bytes, at + 4) != get(bytes, slot + 4))
        return false;
    length = get(bytes, at + 12);
    if (length > room - BLOB_HEADER_SIZE)
        return false;
    *ret = span_head(span_skip(bytes, (size_t)(at + BLOB_HEADER_SIZE)), (size_t)length);
    return true;
}

bool rpm_ndb_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err)
{
    uint64_t end;
    bool is_damaged = false;

    if (bytes.len < HEADER_SIZE || get(bytes, 4) != 0)
        return error_set(err, ERROR_MALFORMED, "an ndb database of a version that is not known");
    end = (uint64_t)get(bytes, 12) * PAGE_SIZE;
    if (end > bytes.len) {
        visitor->problem(visitor->context, "the database is cut short");
        end = bytes.len;
    }
    for (uint64_t slot = HEADER_SIZE; slot + SLOT_SIZE <= end; slot += SLOT_SIZE) {
        struct span blob;

        if (is_free(bytes, slot))
            continue;
        if (!has(bytes, slot, "Slot"))
            is_damaged = true;
        else if (!find_blob(bytes, slot, &blob))
            visitor->problem(visitor->context, "a package whose place in the database is damaged");
        else if (!visitor->header(visitor->context, blob))
            break;
    }
    if (is_damaged)
        visitor->problem(visitor->context, "a table of packages that is damaged");
    return true;
}
