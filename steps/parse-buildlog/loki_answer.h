/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The answer of Loki's API to a query for lines (query_range):
 * {"status":"success","data":{"resultType":"streams","result":[{"stream":{...},"values":[["NANOSECONDS","LINE"],...]}]}},
 * by default with the newest line first.
 */
#ifndef LOKI_ANSWER_H
#define LOKI_ANSWER_H

#include "analysis.h"

/* By the look of its start. */
bool loki_answer_is_one(struct span start);
/* Feeds the lines in the order of their times, from all streams; false: it is no such answer. */
bool loki_answer_feed(struct analysis *a, struct span text);

#endif
