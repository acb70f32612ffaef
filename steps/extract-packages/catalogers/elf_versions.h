/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The versions of symbols that a library defines (LSB core, "Symbol Versioning": the
 * table at DT_VERDEF), but for the library's own name (VER_FLG_BASE), in the file's order.
 *
 *     if (elf_versions_begin(&versions, &elf))
 *         while (elf_versions_next(&versions, &name)) ...
 *
 * Nothing is allocated; names are views of the file.  Where elf.lacking is set afterwards
 * nothing of it counts.
 */
#ifndef CATALOGERS_ELF_VERSIONS_H
#define CATALOGERS_ELF_VERSIONS_H

#include "elf.h"

struct elf_versions {
    struct elf *elf;
    uint64_t at;   /* offset of the next definition */
    uint64_t left; /* definitions from there on, at most */
    uint64_t names_at;
    uint64_t names_size;
    const char *problem; /* why the table is malformed (a constant), or NULL */
};

/* False when the file defines none, or has a problem. */
bool elf_versions_begin(struct elf_versions *versions, struct elf *elf);
/* False at the end, or at a problem. */
bool elf_versions_next(struct elf_versions *versions, struct span *ret_name);

#endif
