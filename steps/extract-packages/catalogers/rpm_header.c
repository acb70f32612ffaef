/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rpm_header.h"

#include <string.h>

/* What an entry of the index can be of (rpmtag.h, rpmTagType_e). */
enum type {
    TYPE_NULL,
    TYPE_CHAR,
    TYPE_INT8,
    TYPE_INT16,
    TYPE_INT32,
    TYPE_INT64,
    TYPE_STRING,
    TYPE_BIN,
    TYPE_STRING_ARRAY,
    TYPE_I18NSTRING,
    TYPE_COUNT,
};

/* The fewest bytes of a value: a string has its NUL. */
static const uint8_t sizes[TYPE_COUNT] = {0, 1, 1, 2, 4, 8, 1, 1, 1, 1};

#define INDEX_ENTRY ((size_t)16)
/* What rpm itself takes (lib/header_internal.h). */
#define MOST_TAGS 0xffffU
#define MOST_DATA 0x0fffffffU

/* rpmtag.h, rpmTag_e */
static enum rpm_tag tag_of_number(uint32_t number)
{
    switch (number) {
    case 1000:
        return RPM_NAME;
    case 1001:
        return RPM_VERSION;
    case 1002:
        return RPM_RELEASE;
    case 1003:
        return RPM_EPOCH;
    case 1011:
        return RPM_VENDOR;
    case 1014:
        return RPM_LICENSE;
    case 1022:
        return RPM_ARCH;
    case 1027:
        return RPM_OLD_FILE_NAMES;
    case 1029:
        return RPM_FILE_STATES;
    case 1030:
        return RPM_FILE_MODES;
    case 1037:
        return RPM_FILE_FLAGS;
    case 1044:
        return RPM_SOURCE_RPM;
    case 1047:
        return RPM_PROVIDE_NAME;
    case 1048:
        return RPM_REQUIRE_FLAGS;
    case 1049:
        return RPM_REQUIRE_NAME;
    case 1050:
        return RPM_REQUIRE_VERSION;
    case 1090:
        return RPM_OBSOLETE_NAME;
    case 1106:
        return RPM_SOURCE_PACKAGE;
    case 1112:
        return RPM_PROVIDE_FLAGS;
    case 1113:
        return RPM_PROVIDE_VERSION;
    case 1114:
        return RPM_OBSOLETE_FLAGS;
    case 1115:
        return RPM_OBSOLETE_VERSION;
    case 1116:
        return RPM_DIRECTORY_INDEXES;
    case 1117:
        return RPM_BASE_NAMES;
    case 1118:
        return RPM_DIRECTORY_NAMES;
    case 5096:
        return RPM_MODULARITY_LABEL;
    default:
        return RPM_TAG_COUNT;
    }
}

static uint16_t get_16(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;

    return (uint16_t)(b[0] << 8 | b[1]);
}

static uint32_t get_32(const char *at)
{
    return (uint32_t)get_16(at) << 16 | get_16(at + 2);
}

static void read_entry(struct rpm_header *header, const char *at, struct span store)
{
    enum rpm_tag tag = tag_of_number(get_32(at));
    uint32_t type = get_32(at + 4);
    uint32_t offset = get_32(at + 8);
    uint32_t count = get_32(at + 12);

    if (type >= TYPE_COUNT || offset > store.len) {
        header->problem = "its header has a tag that lies outside of it";
        return;
    }
    if ((uint64_t)count * sizes[type] > store.len - offset) {
        header->problem = "its header has a tag with more values than bytes";
        return;
    }
    if (tag < RPM_TAG_COUNT)
        header->entries[tag] = (struct rpm_entry){type, count, span_skip(store, offset)};
}

bool rpm_header_open(struct rpm_header *header, struct span blob)
{
    struct span store;
    size_t index;
    uint32_t tags;
    uint32_t data;

    *header = (struct rpm_header){0};
    if (blob.len >= 8 && memcmp(blob.data, "\x8e\xad\xe8\x01\0\0\0\0", 8) == 0)
        blob = span_skip(blob, 8);
    if (blob.len < 8)
        return false;
    tags = get_32(blob.data);
    data = get_32(blob.data + 4);
    blob = span_skip(blob, 8);
    index = (size_t)tags * INDEX_ENTRY;
    if (!tags || tags > MOST_TAGS || data > MOST_DATA || blob.len < index ||
        blob.len - index < data)
        return false;
    store = span_head(span_skip(blob, index), data);
    for (size_t at = 0; at < index; at += INDEX_ENTRY)
        read_entry(header, blob.data + at, store);
    return true;
}

bool rpm_header_has(const struct rpm_header *header, enum rpm_tag tag)
{
    return header->entries[tag].type != TYPE_NULL;
}

struct rpm_strings rpm_header_strings(const struct rpm_header *header, enum rpm_tag tag)
{
    const struct rpm_entry *entry = &header->entries[tag];

    switch (entry->type) {
    case TYPE_STRING:
        return (struct rpm_strings){entry->data, 1};
    case TYPE_STRING_ARRAY:
    case TYPE_I18NSTRING:
        return (struct rpm_strings){entry->data, entry->count};
    default:
        return (struct rpm_strings){0};
    }
}

bool rpm_strings_next(struct rpm_strings *strings, struct span *ret)
{
    size_t length = strings->left ? span_find_byte(strings->rest, '\0') : strings->rest.len;

    if (length == strings->rest.len)
        return false;
    *ret = span_head(strings->rest, length);
    strings->rest = span_skip(strings->rest, length + 1);
    strings->left--;
    return true;
}

struct span rpm_header_string(const struct rpm_header *header, enum rpm_tag tag)
{
    struct rpm_strings strings = rpm_header_strings(header, tag);
    struct span first = span_of(NULL, 0);

    rpm_strings_next(&strings, &first);
    return first;
}

bool rpm_header_number(const struct rpm_header *header, enum rpm_tag tag, size_t i, uint32_t *ret)
{
    const struct rpm_entry *entry = &header->entries[tag];

    if (i >= entry->count)
        return false;
    switch (entry->type) {
    case TYPE_CHAR:
    case TYPE_INT8:
        *ret = (uint8_t)entry->data.data[i];
        return true;
    case TYPE_INT16:
        *ret = get_16(entry->data.data + 2 * i);
        return true;
    case TYPE_INT32:
        *ret = get_32(entry->data.data + 4 * i);
        return true;
    default:
        return false;
    }
}
