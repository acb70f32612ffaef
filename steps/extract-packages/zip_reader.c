/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip_reader.h"

#include <stdlib.h>
#include <string.h>

#include "decoder.h"
#include "xalloc.h"

/* Signatures and lengths without what varies (APPNOTE 4.3.7, 4.3.12, 4.3.14 to 4.3.16). */
#define LOCAL_HEADER "PK\3\4"
#define LOCAL_HEADER_LENGTH 30
#define ENTRY "PK\1\2"
#define ENTRY_LENGTH 46
#define END "PK\5\6"
#define END_LENGTH 22
#define END64 "PK\6\6"
#define END64_LENGTH 56
#define LOCATOR64 "PK\6\7"
#define LOCATOR64_LENGTH 20

#define LONGEST_COMMENT 0xffff
#define IN_ZIP64_16 0xffff
#define IN_ZIP64_32 0xffffffff
#define ZIP64_EXTRA 0x0001

#define FLAG_ENCRYPTED 0x0001
#define FLAG_STRONG_ENCRYPTION 0x0040

/* Deflate cannot make more of a byte: 258 of a length and a distance of one bit each. */
#define DEFLATE_RATIO 1032

/* ---- numbers, little-endian ---- */

static uint64_t number(const char *at, size_t bytes)
{
    uint64_t value = 0;

    while (bytes--)
        value = value << 8 | (unsigned char)at[bytes];
    return value;
}

static uint16_t u16(const char *at)
{
    return (uint16_t)number(at, 2);
}

static uint32_t u32(const char *at)
{
    return (uint32_t)number(at, 4);
}

/* length bytes at offset; false where the file has fewer. */
static bool part(struct span bytes, uint64_t offset, uint64_t length, struct span *ret)
{
    if (offset > bytes.len || length > bytes.len - offset)
        return false;
    *ret = span_of(bytes.data + offset, (size_t)length);
    return true;
}

/* ---- the end of the central directory ---- */

/* Where the directory is said to be. */
struct place {
    uint64_t end; /* in the file */
    uint64_t size;
    uint64_t offset; /* from where the archive begins */
};

static bool read_end64(struct span bytes, uint64_t at, struct place *place)
{
    struct span record;

    if (!part(bytes, at, END64_LENGTH, &record) || !span_starts_with(record, END64))
        return false;
    *place = (struct place){at, number(record.data + 40, 8), number(record.data + 48, 8)};
    return true;
}

/* The zip64 record stands where the locator says, or right before it when bytes precede the archive. */
static void replace_by_zip64(struct span bytes, struct place *place)
{
    struct span locator;
    uint64_t at = place->end - LOCATOR64_LENGTH;

    if (place->end < LOCATOR64_LENGTH || !part(bytes, at, LOCATOR64_LENGTH, &locator) ||
        !span_starts_with(locator, LOCATOR64))
        return;
    if (at < END64_LENGTH || !read_end64(bytes, at - END64_LENGTH, place))
        read_end64(bytes, number(locator.data + 8, 8), place);
}

/* The directory begins with an entry; an archive without members has an empty one. */
static bool use_place(struct zip *zip, struct span bytes, const struct place *place, uint64_t base)
{
    struct span directory;

    if (place->offset > UINT64_MAX - base ||
        !part(bytes, base + place->offset, place->size, &directory) ||
        (directory.len && !span_starts_with(directory, ENTRY)))
        return false;
    zip->bytes = bytes;
    zip->base = base;
    zip->directory = directory;
    return true;
}

/*
 * The directory ends where its end record begins: the difference to what the record says is
 * what stands before the archive.  Where something else lies in between the offset is taken.
 */
static bool open_at(struct zip *zip, struct span bytes, uint64_t at)
{
    struct place place = {.end = at};
    struct span record;

    if (!part(bytes, at, END_LENGTH, &record) || !span_starts_with(record, END))
        return false;
    /* Number of this part of the archive. */
    if (u16(record.data + 4) != 0 && u16(record.data + 4) != IN_ZIP64_16)
        return false;
    place.size = u32(record.data + 12);
    place.offset = u32(record.data + 16);
    replace_by_zip64(bytes, &place);
    if (place.size <= place.end && place.offset <= place.end - place.size &&
        use_place(zip, bytes, &place, place.end - place.size - place.offset))
        return true;
    return use_place(zip, bytes, &place, 0);
}

bool zip_is_likely(struct span bytes)
{
    return span_starts_with(bytes, LOCAL_HEADER) || span_starts_with(bytes, END);
}

bool zip_open(struct span bytes, struct zip_budget *budget, struct zip *ret, struct error *err)
{
    struct zip zip = {.budget = budget};
    size_t farthest =
        bytes.len < END_LENGTH + LONGEST_COMMENT ? bytes.len : END_LENGTH + LONGEST_COMMENT;

    for (size_t back = END_LENGTH; back <= farthest; back++) {
        if (!open_at(&zip, bytes, bytes.len - back))
            continue;
        *ret = zip;
        return true;
    }
    return error_set(err, ERROR_MALFORMED, "no zip archive, or one that is cut or damaged");
}

/* ---- members ---- */

/* Takes the next 8 bytes of the zip64 field when value is one that did not fit (APPNOTE 4.5.3). */
static bool widen(uint64_t *value, struct span *field)
{
    if (*value != IN_ZIP64_32)
        return true;
    if (field->len < 8)
        return false;
    *value = number(field->data, 8);
    *field = span_skip(*field, 8);
    return true;
}

static bool read_zip64_extra(struct zip_member *member, struct span extra)
{
    while (extra.len >= 4) {
        uint16_t id = u16(extra.data);
        struct span field = span_head(span_skip(extra, 4), u16(extra.data + 2));

        if (id == ZIP64_EXTRA)
            return widen(&member->size, &field) && widen(&member->packed, &field) &&
                   widen(&member->offset, &field);
        extra = span_skip(extra, 4 + field.len);
    }
    /* Without the field the values are what they are: 4 GiB less one byte is a size as well. */
    return true;
}

/* An entry's bytes, whose length was checked, as a member. */
static bool read_entry(struct span entry, size_t name_length, size_t extra_length,
                       struct zip_member *ret)
{
    *ret = (struct zip_member){
        .name = span_of(entry.data + ENTRY_LENGTH, name_length),
        .method = u16(entry.data + 10),
        .encrypted = (u16(entry.data + 8) & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) != 0,
        .crc = u32(entry.data + 16),
        .packed = u32(entry.data + 20),
        .size = u32(entry.data + 24),
        .offset = u32(entry.data + 42),
    };
    return name_length &&
           read_zip64_extra(ret, span_of(entry.data + ENTRY_LENGTH + name_length, extra_length));
}

bool zip_next(struct zip *zip, struct zip_member *ret, struct error *err)
{
    struct span left = zip->directory;
    size_t name;
    size_t extra;
    size_t length;

    /* A digital signature (APPNOTE 4.3.13) may stand behind the last entry. */
    if (!left.len || span_starts_with(left, "PK\5\5"))
        return false;
    if (left.len < ENTRY_LENGTH || !span_starts_with(left, ENTRY))
        return error_set(err, ERROR_MALFORMED, "the zip archive's directory is damaged");
    name = u16(left.data + 28);
    extra = u16(left.data + 30);
    length = ENTRY_LENGTH + name + extra + u16(left.data + 32);
    if (length > left.len || !read_entry(left, name, extra, ret))
        return error_set(err, ERROR_MALFORMED, "the zip archive's directory is damaged");
    if (!zip->budget->entries) {
        zip->budget->spent = true;
        return error_set(err, ERROR_MALFORMED, "more than %zu members in the archive",
                         LIMIT_ZIP_ENTRIES);
    }
    zip->budget->entries--;
    zip->directory = span_skip(left, length);
    return true;
}

/* ---- bytes of a member ---- */

static bool damaged(const struct zip_member *member, const char *how, struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "member '%s' %s",
                     quote_bytes(member->name.data, member->name.len).text, how);
}

static bool find_packed(const struct zip *zip, const struct zip_member *member, struct span *ret)
{
    struct span header;
    uint64_t at = zip->base + member->offset;

    if (at < zip->base || !part(zip->bytes, at, LOCAL_HEADER_LENGTH, &header) ||
        !span_starts_with(header, LOCAL_HEADER))
        return false;
    at += LOCAL_HEADER_LENGTH + (uint64_t)u16(header.data + 26) + u16(header.data + 28);
    return part(zip->bytes, at, member->packed, ret);
}

/* What the budget or the caller does not allow is refused before anything is allocated. */
static bool is_affordable(const struct zip *zip, const struct zip_member *member, uint64_t most,
                          struct error *err)
{
    struct zip_budget *budget = zip->budget;
    uint64_t held = member->method == 0 ? 0 : member->size;

    if (member->size <= most && member->size <= budget->bytes && held <= budget->held)
        return true;
    budget->spent = true;
    return error_set(err, ERROR_MALFORMED, "member '%s' has %llu bytes, more than is read",
                     quote_bytes(member->name.data, member->name.len).text,
                     (unsigned long long)member->size);
}

static bool unpack(const struct zip *zip, const struct zip_member *member, struct span packed,
                   struct zip_content *ret, struct error *err)
{
    if (member->method == 0) {
        if (packed.len != member->size)
            return damaged(member, "is stored with two different sizes", err);
        ret->bytes = packed;
        return true;
    }
    /* A size that this many bytes cannot make is not worth the memory. */
    if (packed.len > UINT32_MAX || member->size > UINT32_MAX ||
        member->size / DEFLATE_RATIO > packed.len)
        return damaged(member, "has an impossible size", err);
    ret->memory = xmalloc(member->size + 1);
    ret->bytes = span_of(ret->memory, (size_t)member->size);
    ret->budget = zip->budget;
    ret->budget->held -= member->size;
    return deflate_decode(packed, ret->memory, (size_t)member->size) ||
           damaged(member, "cannot be inflated", err);
}

bool zip_read(const struct zip *zip, const struct zip_member *member, uint64_t most,
              struct zip_content *ret, struct error *err)
{
    struct span packed;
    struct zip_content content = {0};

    if (member->encrypted)
        return damaged(member, "is encrypted", err);
    if (member->method != 0 && member->method != 8)
        return damaged(member, "is compressed by an unknown method", err);
    if (!is_affordable(zip, member, most, err))
        return false;
    if (!find_packed(zip, member, &packed))
        return damaged(member, "is not where the directory says", err);
    zip->budget->bytes -= member->size;
    if (unpack(zip, member, packed, &content, err) && crc32_of(content.bytes) == member->crc) {
        *ret = content;
        return true;
    }
    zip_content_release(&content);
    return damaged(member, "has a wrong checksum", err);
}

void zip_content_release(struct zip_content *content)
{
    if (content->memory)
        content->budget->held += content->bytes.len;
    free(content->memory);
    *content = (struct zip_content){0};
}
