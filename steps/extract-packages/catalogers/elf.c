/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "elf.h"

#include <string.h>

/* Where fields stand in an entry of one class: [0] 32 bit, [1] 64 bit. */
struct field {
    unsigned char at[2];
    bool is_word; /* of 4 bytes in both, else of 4 and 8 */
};

/* e_phnum when there are more, which the first section then tells; e_shstrndx likewise. */
#define MORE 0xffff

/* ---- bytes ---- */

/* How many bytes from offset on, which lies in the file, are there. */
static uint64_t known_from(const struct elf *elf, uint64_t offset)
{
    uint64_t held = offset < elf->bytes.len ? elf->bytes.len - offset : 0;
    uint64_t known = 0;

    if (!elf->parts || elf->parts->whole)
        return held;
    for (size_t i = 0; i < elf->parts->count; i++) {
        uint64_t start = elf->parts->items[i].offset;
        uint64_t length = elf->parts->items[i].length;

        if (offset >= start && offset - start < length && length - (offset - start) > known)
            known = length - (offset - start);
    }
    return known < held ? known : held;
}

bool elf_bytes(struct elf *elf, uint64_t offset, uint64_t length, struct span *ret)
{
    if (offset > elf->size || length > elf->size - offset)
        return false;
    if (length > known_from(elf, offset)) {
        elf->lacking = true;
        return false;
    }
    *ret = span_of(elf->bytes.data + offset, (size_t)length);
    return true;
}

bool elf_string(struct elf *elf, uint64_t offset, uint64_t most, struct span *ret)
{
    uint64_t left = offset < elf->size ? elf->size - offset : 0;
    uint64_t wanted = most < left ? most + 1 : left;
    uint64_t known = left ? known_from(elf, offset) : 0;
    struct span s = {NULL, (size_t)(known < wanted ? known : wanted)};

    if (s.len) {
        s.data = elf->bytes.data + offset;
        *ret = span_head(s, span_find_byte(s, '\0'));
        if (ret->len < s.len)
            return true;
    }
    elf->lacking |= known < wanted;
    return false;
}

static uint64_t get(const struct elf *elf, struct span s, size_t at, size_t length)
{
    uint64_t value = 0;

    for (size_t i = 0; i < length; i++) {
        size_t place = elf->is_big_endian ? i : length - 1 - i;

        value = value << 8 | (unsigned char)s.data[at + place];
    }
    return value;
}

uint16_t elf_get16(const struct elf *elf, struct span s, size_t at)
{
    return (uint16_t)get(elf, s, at, 2);
}

uint32_t elf_get32(const struct elf *elf, struct span s, size_t at)
{
    return (uint32_t)get(elf, s, at, 4);
}

uint64_t elf_get64(const struct elf *elf, struct span s, size_t at)
{
    return get(elf, s, at, 8);
}

static uint64_t get_field(const struct elf *elf, struct span s, struct field field)
{
    return get(elf, s, field.at[elf->is_64], elf->is_64 && !field.is_word ? 8 : 4);
}

/* ---- header ---- */

/* What found no room in the header stands in the first section. */
static void read_large_counts(struct elf *elf)
{
    struct elf_section first;
    bool is_lacking = elf->lacking;

    if (!elf->sections_at)
        return;
    if (elf->section_count && elf->segment_count != MORE && elf->names_index != MORE)
        return;
    if (!elf->section_count) {
        elf->section_count = 1;
        elf->section_count = elf_section(elf, 0, &first) ? first.size : 0;
    }
    if (elf->segment_count == MORE && elf_section(elf, 0, &first))
        elf->segment_count = first.info;
    if (elf->names_index == MORE && elf_section(elf, 0, &first))
        elf->names_index = first.link;
    elf->lacking = is_lacking;
}

static void read_header(struct elf *elf, struct span header)
{
    static const struct field segments_at = {{28, 32}, false};
    static const struct field sections_at = {{32, 40}, false};
    size_t counts = elf->is_64 ? 54 : 42; /* e_phentsize and what follows */

    elf->type = elf_get16(elf, header, 16);
    elf->segments_at = get_field(elf, header, segments_at);
    elf->sections_at = get_field(elf, header, sections_at);
    elf->segment_size = elf_get16(elf, header, counts);
    elf->segment_count = elf_get16(elf, header, counts + 2);
    elf->section_size = elf_get16(elf, header, counts + 4);
    elf->section_count = elf_get16(elf, header, counts + 6);
    elf->names_index = elf_get16(elf, header, counts + 8);
    read_large_counts(elf);
}

bool elf_open(struct elf *elf, struct span bytes, uint64_t size)
{
    struct span header;

    *elf = (struct elf){.bytes = bytes, .size = size};
    if (!elf_bytes(elf, 0, 52, &header) || !span_starts_with(header, "\177ELF"))
        return false;
    elf->is_64 = header.data[4] == 2;
    elf->is_big_endian = header.data[5] == 2;
    if ((!elf->is_64 && header.data[4] != 1) || (!elf->is_big_endian && header.data[5] != 1))
        return false;
    if (elf->is_64 && !elf_bytes(elf, 0, 64, &header))
        return false;
    read_header(elf, header);
    return true;
}

bool elf_open_planned(struct elf *elf, const struct wanted_file *file,
                      bool (*plan)(struct span head, uint64_t size, struct file_parts *ret),
                      struct file_parts *parts)
{
    struct span head = span_head(file->bytes, ELF_HEAD);

    if (!file->complete && !plan(head, file->size, parts))
        return false;
    /* The header itself is in the head, which is a part. */
    if (!elf_open(elf, head, file->size))
        return false;
    elf->bytes = file->bytes;
    elf->parts = file->complete ? NULL : parts;
    elf->lacking = false;
    return true;
}

/* ---- segments and sections ---- */

/* Entry index of a table; entries may be larger than what is known of them. */
static bool get_entry(struct elf *elf, uint64_t table, uint64_t entry_size, uint64_t index,
                      size_t known, struct span *ret)
{
    uint64_t offset;

    return entry_size >= known && !__builtin_mul_overflow(index, entry_size, &offset) &&
           !__builtin_add_overflow(table, offset, &offset) && elf_bytes(elf, offset, known, ret);
}

bool elf_segment(struct elf *elf, uint64_t index, struct elf_segment *ret)
{
    static const struct field flags = {{24, 4}, true};
    static const struct field offset = {{4, 8}, false};
    static const struct field address = {{8, 16}, false};
    static const struct field file_size = {{16, 32}, false};
    struct span s;

    if (index >= elf->segment_count ||
        !get_entry(elf, elf->segments_at, elf->segment_size, index, elf->is_64 ? 56 : 32, &s))
        return false;
    *ret = (struct elf_segment){
        .type = elf_get32(elf, s, 0),
        .flags = (uint32_t)get_field(elf, s, flags),
        .offset = get_field(elf, s, offset),
        .address = get_field(elf, s, address),
        .file_size = get_field(elf, s, file_size),
    };
    return true;
}

bool elf_section(struct elf *elf, uint64_t index, struct elf_section *ret)
{
    static const struct field flags = {{8, 8}, false};
    static const struct field address = {{12, 16}, false};
    static const struct field offset = {{16, 24}, false};
    static const struct field size = {{20, 32}, false};
    static const struct field link = {{24, 40}, true};
    static const struct field info = {{28, 44}, true};
    struct span s;

    if (index >= elf->section_count ||
        !get_entry(elf, elf->sections_at, elf->section_size, index, elf->is_64 ? 64 : 40, &s))
        return false;
    *ret = (struct elf_section){
        .name = elf_get32(elf, s, 0),
        .type = elf_get32(elf, s, 4),
        .flags = get_field(elf, s, flags),
        .address = get_field(elf, s, address),
        .offset = get_field(elf, s, offset),
        .size = get_field(elf, s, size),
        .link = (uint32_t)get_field(elf, s, link),
        .info = (uint32_t)get_field(elf, s, info),
    };
    return true;
}

static bool is_name_at(struct span names, uint64_t at, const char *name)
{
    size_t length = strlen(name) + 1;

    return at < names.len && length <= names.len - at && !memcmp(names.data + at, name, length);
}

bool elf_find_section(struct elf *elf, const char *name, struct elf_section *ret)
{
    struct elf_section table;
    struct span names;

    if (!elf_section(elf, elf->names_index, &table) || table.type == ELF_SECTION_NOBITS ||
        !elf_bytes(elf, table.offset, table.size, &names))
        return false;
    for (uint64_t i = 0; elf_section(elf, i, ret); i++)
        if (is_name_at(names, ret->name, name) && ret->type != ELF_SECTION_NOBITS)
            return true;
    return false;
}

bool elf_locate(struct elf *elf, uint64_t address, uint64_t *ret_offset, uint64_t *ret_left)
{
    struct elf_segment segment;

    for (uint64_t i = 0; elf_segment(elf, i, &segment); i++) {
        uint64_t into = address - segment.address;

        if (segment.type != ELF_SEGMENT_LOAD || address < segment.address ||
            into >= segment.file_size || segment.offset > elf->size ||
            segment.file_size > elf->size - segment.offset)
            continue;
        *ret_offset = segment.offset + into;
        *ret_left = segment.file_size - into;
        return true;
    }
    return false;
}
