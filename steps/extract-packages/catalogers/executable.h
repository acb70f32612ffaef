/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packages that were compiled into an executable or library, which says of itself what they
 * are: what golang.c and rust.c have in common.
 *
 * The facts of such a file are those of a database (database.h); its packages may have
 * "depends" [string], "requested" (bool) and "origin" (object), and the first has what tells
 * this file from others of the same packages.
 */
#ifndef CATALOGERS_EXECUTABLE_H
#define CATALOGERS_EXECUTABLE_H

#include "database.h"
#include "elf.h"

/*
 * Of any ELF file that can be run or loaded: its head, its initialised data (where Go's build
 * information lies), and what is not loaded into memory (where Rust's lies, and the table
 * of sections).  All of a file of moderate size that looks like Go's or has an odd header.
 */
bool executable_plan(struct span head, uint64_t size, struct file_parts *ret);

/* Where the initialised data are that stay writable, up to the bytes that the plan asks for. */
bool executable_data(struct elf *elf, uint64_t *ret_offset, uint64_t *ret_length);

/*
 * Adds a row of the type for each package.  Files of the same facts in the same layer are one
 * (hard links, copies): the row's location is the first path, "locations" has all.
 */
bool executable_assemble(const char *type, const struct file_set *files, struct findings *findings,
                         struct error *err);

#endif
