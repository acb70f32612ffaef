/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes small ELF files for tests: of either class and byte order, with the segments and
 * sections that are given, one after another, and as much padding as is asked for.
 */
#ifndef ELF_BUILDER_H
#define ELF_BUILDER_H

#include "strbuf.h"

struct elf_kind {
    bool is_64;
    bool is_big_endian;
};

struct made_segment {
    unsigned type;
    unsigned flags;
    uint64_t address;
    struct span bytes;
};

struct made_section {
    const char *name;
    unsigned type;
    struct span bytes;
    int segment; /* its bytes are this segment's (from 1), or 0 for bytes of its own */
};

struct made_elf {
    struct elf_kind kind;
    unsigned type; /* 0: a library (ET_DYN) */
    size_t segment_count;
    struct made_segment segments[5];
    size_t section_count;
    struct made_section sections[4];
    size_t gap;     /* bytes before the first segment */
    size_t padding; /* and before the first section of its own */
};

/* The last section is always .shstrtab. */
void elf_make(const struct made_elf *made, struct strbuf *out);
/* A number of size bytes. */
void elf_add(struct strbuf *out, struct elf_kind kind, uint64_t value, size_t size);
/* A word of the class: 4 or 8 bytes. */
void elf_add_word(struct strbuf *out, struct elf_kind kind, uint64_t value);

#define MADE_BASE 0x10000
/* A library with these versions after its own name, defined as GNU ld does. */
void elf_make_library(struct elf_kind kind, const char *const *versions, size_t count, size_t gap,
                      struct strbuf *out);

#endif
