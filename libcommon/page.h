/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines for a terminal: a label, then text.  Text from outside is made valid
 * UTF-8 without control characters.
 */
#ifndef PAGE_H
#define PAGE_H

#include <stdint.h>

#include "strbuf.h"

/* Select Graphic Rendition (ECMA-48, 8.3.117). */
#define PAGE_BOLD "\x1b[1m"
#define PAGE_DIM "\x1b[2m"
#define PAGE_RED "\x1b[31m"
#define PAGE_GREEN "\x1b[32m"
#define PAGE_YELLOW "\x1b[33m"
#define PAGE_PLAIN "\x1b[0m"

struct page {
    struct strbuf *out;
    bool colour;
};

/* One of the sequences above, when there is colour. */
void page_paint(struct page *page, const char *sequence);
/* The start of a line: label in a column of its own, "" to go on below it. */
void page_label(struct page *page, const char *label);
/* Text from outside; a tab becomes a blank. */
void page_text(struct page *page, struct span text);
/* The same, filled up with blanks to width columns (code points). */
void page_cell(struct page *page, struct span text, size_t width);
/* Columns that page_cell needs for text. */
size_t page_width(struct span text);
/* The same, after a label, broken between words into lines that begin below it. */
void page_paragraph(struct page *page, struct span text);
/* The same on one line, which is cut with "..." when it is too long for a terminal. */
void page_line(struct page *page, struct span text);
/* "4.2 MB" (decimal units). */
void page_size(struct page *page, int64_t bytes);

#endif
