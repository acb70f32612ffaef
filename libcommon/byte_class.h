/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kinds of ASCII's bytes, by a table: where all text of a log or all that leaves goes through, a comparison for
 * each range would cost several times as much.
 */
#ifndef BYTE_CLASS_H
#define BYTE_CLASS_H

#include <stdbool.h>

/* What a byte may be part of: a word of letters and digits, or a name with '_', '-' and '.' too. */
enum byte_class { BYTE_OTHER = 0, BYTE_NAME = 1, BYTE_ALNUM = 3 };
extern const unsigned char byte_classes[256];

static inline bool byte_is_alnum(char c)
{
    return byte_classes[(unsigned char)c] == BYTE_ALNUM;
}

static inline bool byte_is_name(char c)
{
    return byte_classes[(unsigned char)c];
}

#endif
