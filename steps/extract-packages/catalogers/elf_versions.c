/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "elf_versions.h"

enum tag {
    TAG_NULL = 0,
    TAG_STRTAB = 5,
    TAG_STRSZ = 10,
    TAG_VERDEF = 0x6ffffffc,
    TAG_VERDEFNUM = 0x6ffffffd,
};

/* vd_flags: the entry is the library's own name. */
#define BASE 1
/* Sizes of Elf_Verdef and Elf_Verdaux, the same in both classes. */
#define DEFINITION 20
#define NAME 8

struct dynamic {
    uint64_t strings; /* an address */
    uint64_t strings_size;
    uint64_t definitions; /* an address, or 0 */
    uint64_t definition_count;
};

static bool find_segment(struct elf *elf, uint32_t type, struct elf_segment *ret)
{
    for (uint64_t i = 0; elf_segment(elf, i, ret); i++)
        if (ret->type == type)
            return true;
    return false;
}

static void note_entry(struct dynamic *d, uint64_t tag, uint64_t value)
{
    if (tag == TAG_STRTAB)
        d->strings = value;
    else if (tag == TAG_STRSZ)
        d->strings_size = value;
    else if (tag == TAG_VERDEF)
        d->definitions = value;
    else if (tag == TAG_VERDEFNUM)
        d->definition_count = value;
}

/* False when there is no dynamic section, or it ends before its end is told. */
static bool read_dynamic(struct elf *elf, struct dynamic *ret)
{
    size_t word = elf->is_64 ? 8 : 4;
    struct elf_segment segment;
    struct span entry;

    *ret = (struct dynamic){0};
    if (!find_segment(elf, ELF_SEGMENT_DYNAMIC, &segment) || segment.offset > elf->size)
        return false;
    for (uint64_t at = 0; at + 2 * word <= segment.file_size; at += 2 * word) {
        if (!elf_bytes(elf, segment.offset + at, 2 * word, &entry))
            return false;
        uint64_t tag = elf->is_64 ? elf_get64(elf, entry, 0) : elf_get32(elf, entry, 0);

        if (tag == TAG_NULL)
            break;
        note_entry(ret, tag,
                   elf->is_64 ? elf_get64(elf, entry, word) : elf_get32(elf, entry, word));
    }
    return true;
}

static bool fail(struct elf_versions *versions, const char *problem)
{
    if (!versions->problem)
        versions->problem = problem;
    versions->left = 0;
    return false;
}

bool elf_versions_begin(struct elf_versions *versions, struct elf *elf)
{
    struct dynamic dynamic;
    uint64_t left;

    *versions = (struct elf_versions){.elf = elf};
    if (!read_dynamic(elf, &dynamic) || !dynamic.definitions)
        return false;
    if (!elf_locate(elf, dynamic.definitions, &versions->at, &left) ||
        !elf_locate(elf, dynamic.strings, &versions->names_at, &left))
        return fail(versions, "its version definitions lie outside of the file");
    versions->names_size = dynamic.strings_size < left ? dynamic.strings_size : left;
    versions->left = dynamic.definition_count;
    if (versions->left > LIMIT_SYMBOL_VERSIONS)
        return fail(versions, "it defines more versions than are read of one library");
    return true;
}

static bool read_name(struct elf_versions *versions, uint64_t at, struct span *ret)
{
    struct span name;
    uint64_t offset;
    uint64_t most;

    if (!elf_bytes(versions->elf, at, NAME, &name))
        return fail(versions, "the name of a version lies outside of the file");
    offset = elf_get32(versions->elf, name, 0);
    most = offset < versions->names_size ? versions->names_size - offset - 1 : 0;
    most = most < LIMIT_PACKAGE_NAME ? most : LIMIT_PACKAGE_NAME;
    if (offset >= versions->names_size ||
        !elf_string(versions->elf, versions->names_at + offset, most, ret))
        return fail(versions, "the name of a version has no end");
    return true;
}

bool elf_versions_next(struct elf_versions *versions, struct span *ret_name)
{
    while (versions->left) {
        struct span definition;
        uint64_t at = versions->at;
        bool is_base;
        uint32_t next;

        if (!elf_bytes(versions->elf, at, DEFINITION, &definition))
            return fail(versions, "a version definition lies outside of the file");
        is_base = elf_get16(versions->elf, definition, 2) & BASE;
        next = elf_get32(versions->elf, definition, 16);
        versions->at += next;
        versions->left = next ? versions->left - 1 : 0;
        /* Of several names the first is the version's own, the others those that it follows. */
        if (!is_base)
            return read_name(versions, at + elf_get32(versions->elf, definition, 12), ret_name);
    }
    return false;
}
