/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row of the findings costs in memory: a few bytes of a database can make a row of two
 * KiB, so that what is kept is counted as it is held, and not as it was read.
 */
#ifndef ROW_COST_H
#define ROW_COST_H

#include <jansson.h>
#include <stddef.h>

/*
 * Bytes that the value takes as a tree of jansson's, within a third; the same on every machine,
 * so that the same rows are kept. Nests at most LIMIT_JSON_DEPTH deep.
 */
size_t row_cost(const json_t *value);

#endif
