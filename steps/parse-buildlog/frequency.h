/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often a text stands in the lines of logs, so that of the texts that a pattern requires the
 * rarest can be looked for.  The table (texts/frequent.txt) counts four bytes each in logs of real
 * builds and is made by texts/make-frequent; the build embeds it.
 */
#ifndef FREQUENCY_H
#define FREQUENCY_H

#include <stddef.h>

/* The bytes of which lines are counted. */
#define FREQUENCY_GRAM 4

/*
 * Of 100,000 lines so many hold the first four bytes of gram, which has as many at least; 0: fewer than
 * 100, or, with a byte that is no printable ASCII, that is not known.
 */
unsigned long gram_frequency(const char *gram);
/*
 * Of 100,000 lines no more than so many hold the text, of four bytes at least: as many as hold the rarest four
 * bytes of it (0 as above).
 */
unsigned long text_frequency(const char *text);

/* ---- made by the build ---- */
extern const unsigned char frequent_table[];
extern const size_t frequent_table_size;

#endif
