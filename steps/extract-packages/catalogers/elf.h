/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ELF files (System V ABI, "Object Files"): header, segments, sections, and where an
 * address lies in the file.  32 and 64 bit, either byte order.
 *
 * A struct elf is a view of bytes that somebody else holds; nothing is allocated.  The bytes may
 * be those of some parts of the file alone (WANTED_ELF): what lies elsewhere is not read as the
 * zeros that stand there, but noted in `lacking`.  Whatever the file says of offsets, sizes and
 * counts is held against its size; functions that return bool say false for what is not there, is
 * out of bounds or lacking.
 */
#ifndef CATALOGERS_ELF_H
#define CATALOGERS_ELF_H

#include "cataloger.h"

/* e_type, p_type, p_flags, sh_type, sh_flags, as far as they are used. */
#define ELF_EXECUTABLE 2
#define ELF_SHARED 3
#define ELF_SEGMENT_LOAD 1
#define ELF_SEGMENT_DYNAMIC 2
#define ELF_SEGMENT_NOTE 4
#define ELF_SEGMENT_RELRO 0x6474e552
#define ELF_FLAG_EXECUTE 1
#define ELF_FLAG_WRITE 2
#define ELF_SECTION_NOBITS 8
#define ELF_SECTION_COMPRESSED 0x800

/* What plan() is shown of a file, and asks for again so that parse() has it too. */
#define ELF_HEAD ((size_t)4096)

struct elf {
    struct span bytes;
    uint64_t size;                  /* of the file */
    const struct file_parts *parts; /* what bytes has of it; NULL: all that it is long */
    bool lacking;                   /* something that was asked for is in no part */
    bool is_64;
    bool is_big_endian;
    unsigned type;
    uint64_t segments_at;
    uint64_t sections_at;
    uint64_t segment_size; /* bytes of one entry */
    uint64_t section_size;
    uint64_t segment_count;
    uint64_t section_count;
    uint64_t names_index; /* of the section that has the sections' names */
};

struct elf_segment {
    uint32_t type;
    uint32_t flags;
    uint64_t offset;
    uint64_t address;
    uint64_t file_size;
};

struct elf_section {
    uint32_t name; /* offset in the table of names */
    uint32_t type;
    uint64_t flags;
    uint64_t address;
    uint64_t offset;
    uint64_t size;
    uint32_t link;
    uint32_t info;
};

/* Reads the header. bytes is the file, or its first bytes. */
bool elf_open(struct elf *elf, struct span bytes, uint64_t size);
/* What parse() was given after this plan(); parts is where elf keeps them. */
bool elf_open_planned(struct elf *elf, const struct wanted_file *file,
                      bool (*plan)(struct span head, uint64_t size, struct file_parts *ret),
                      struct file_parts *parts);

/* length bytes at offset, all of them. */
bool elf_bytes(struct elf *elf, uint64_t offset, uint64_t length, struct span *ret);
/* What lies at offset up to the next NUL, which must follow within most + 1 bytes. */
bool elf_string(struct elf *elf, uint64_t offset, uint64_t most, struct span *ret);
/* Numbers in the file's own byte order; address is of 4 or 8 bytes. at lies within s. */
uint16_t elf_get16(const struct elf *elf, struct span s, size_t at);
uint32_t elf_get32(const struct elf *elf, struct span s, size_t at);
uint64_t elf_get64(const struct elf *elf, struct span s, size_t at);

bool elf_segment(struct elf *elf, uint64_t index, struct elf_segment *ret);
bool elf_section(struct elf *elf, uint64_t index, struct elf_section *ret);
/* The first section of that name which has bytes in the file. */
bool elf_find_section(struct elf *elf, const char *name, struct elf_section *ret);
/* Where the byte at an address lies in the file, and how many its segment has from there on. */
bool elf_locate(struct elf *elf, uint64_t address, uint64_t *ret_offset, uint64_t *ret_left);

#endif
