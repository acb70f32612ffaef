/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rpm_header.h"

#include <string.h>

#define ENTRY_SIZE ((size_t)16)
/* What rpm itself takes (lib/header_internal.h). */
#define MOST_TAGS 0xffffU
#define MOST_DATA 0x0fffffffU

enum type {
    TYPE_INT8 = 2,
    TYPE_INT16 = 3,
    TYPE_INT32 = 4,
    TYPE_STRING = 6,
    TYPE_STRING_ARRAY = 8,
    TYPE_I18N_STRING = 9,
};

struct entry {
    uint32_t tag;
    uint32_t type;
    uint32_t offset;
    uint32_t count;
};

static uint32_t get(struct span s, size_t at, size_t bytes)
{
    uint32_t value = 0;

    for (size_t i = 0; i < bytes; i++)
        value = value << 8 | (unsigned char)s.data[at + i];
    return value;
}

bool rpm_header_open(struct rpm_header *header, struct span blob)
{
    uint32_t tags;
    uint32_t data;

    if (blob.len >= 8 && memcmp(blob.data, "\x8e\xad\xe8\x01\0\0\0\0", 8) == 0)
        blob = span_skip(blob, 8);
    if (blob.len < 8)
        return false;
    tags = get(blob, 0, 4);
    data = get(blob, 4, 4);
    blob = span_skip(blob, 8);
    if (!tags || tags > MOST_TAGS || data > MOST_DATA || blob.len < tags * ENTRY_SIZE ||
        blob.len - tags * ENTRY_SIZE < data)
        return false;
    header->index = span_head(blob, tags * ENTRY_SIZE);
    header->data = span_head(span_skip(blob, tags * ENTRY_SIZE), data);
    return true;
}

static bool find(const struct rpm_header *header, enum rpm_tag tag, struct entry *ret)
{
    for (size_t at = 0; at < header->index.len; at += ENTRY_SIZE) {
        if (get(header->index, at, 4) != (uint32_t)tag)
            continue;
        *ret = (struct entry){
            .tag = (uint32_t)tag,
            .type = get(header->index, at + 4, 4),
            .offset = get(header->index, at + 8, 4),
            .count = get(header->index, at + 12, 4),
        };
        return ret->offset < header->data.len;
    }
    return false;
}

uint32_t rpm_header_count(const struct rpm_header *header, enum rpm_tag tag)
{
    struct entry entry;

    return find(header, tag, &entry) ? entry.count : 0;
}

static size_t number_size(uint32_t type)
{
    switch (type) {
    case TYPE_INT8:
        return 1;
    case TYPE_INT16:
        return 2;
    case TYPE_INT32:
        return 4;
    default:
        return 0;
    }
}

bool rpm_header_number(const struct rpm_header *header, enum rpm_tag tag, uint32_t i, uint32_t *ret)
{
    struct entry entry;
    size_t size;

    if (!find(header, tag, &entry) || i >= entry.count)
        return false;
    size = number_size(entry.type);
    if (!size || (header->data.len - entry.offset) / size <= i)
        return false;
    *ret = get(header->data, entry.offset + i * size, size);
    return true;
}

struct rpm_strings rpm_header_strings(const struct rpm_header *header, enum rpm_tag tag)
{
    struct rpm_strings none = {0};
    struct entry entry;

    if (!find(header, tag, &entry) ||
        (entry.type != TYPE_STRING && entry.type != TYPE_STRING_ARRAY &&
         entry.type != TYPE_I18N_STRING))
        return none;
    return (struct rpm_strings){span_skip(header->data, entry.offset), entry.count};
}

bool rpm_strings_next(struct rpm_strings *strings, struct span *ret)
{
    size_t end = span_find_byte(strings->rest, '\0');

    if (!strings->left || end == strings->rest.len)
        return false;
    strings->left--;
    *ret = span_head(strings->rest, end);
    strings->rest = span_skip(strings->rest, end + 1);
    return true;
}

struct span rpm_header_string(const struct rpm_header *header, enum rpm_tag tag)
{
    struct rpm_strings strings = rpm_header_strings(header, tag);
    struct span first;

    return rpm_strings_next(&strings, &first) ? first : span_of(NULL, 0);
}
