/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where do the texts of a mark table stand in a block of bytes?  All of them in
 * one pass, by Vectorscan.
 *
 * The table of the build comes with a database that was compiled for a plain
 * x86-64, which loads in no time.  Where it does not fit (another processor,
 * another version of the library), and for tables made at run time, it is
 * compiled, by the library's compiler, which is loaded only then: it takes longer
 * to load than most logs to read.
 */
#ifndef SCAN_H
#define SCAN_H

#include "cleanup.h"
#include "error.h"
#include "marks.h"
#include "span.h"

struct scanner;

/* A text of the table ends at end in the block; ends come in ascending order. */
typedef void scan_handler(void *context, size_t mark, size_t end);

/* table must live as long. ERROR_CONFIGURATION where the library cannot be used. NULL with err set. */
struct scanner *scanner_new(const struct mark_table *table, struct error *err);
/* block has less than 4 GiB. */
void scanner_scan(struct scanner *scanner, struct span block, scan_handler *handler, void *context);
void scanner_free(struct scanner *scanner);
DEFINE_CLEANUP(cleanup_scanner, struct scanner *, scanner_free)

/* The table's database for a plain x86-64, as struct mark_table has it. New memory; NULL with err set. */
unsigned char *scanner_compile(const struct mark_table *table, size_t *ret_size, struct error *err);

#endif
