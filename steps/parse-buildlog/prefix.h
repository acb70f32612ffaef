/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * span_starts_with and span_eat for string literals, where each line of a log
 * passes: the compiler turns them into one or two comparisons of words.
 */
#ifndef PREFIX_H
#define PREFIX_H

#include <string.h>

#include "span.h"

#define STARTS(s, literal) \
    ((s).len >= sizeof(literal) - 1 && memcmp((s).data, (literal), sizeof(literal) - 1) == 0)

/* rest is a variable of type struct span. */
#define EAT(rest, literal) \
    (STARTS(rest, literal) ? ((rest) = span_skip((rest), sizeof(literal) - 1), true) : false)

#endif
