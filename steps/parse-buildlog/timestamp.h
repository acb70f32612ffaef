/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times at the start of lines, in milliseconds. */
#ifndef TIMESTAMP_H
#define TIMESTAMP_H

#include "span.h"

/* Times of day, which count from midnight, end before this. */
#define TIMESTAMP_DAY (INT64_C(24) * 60 * 60 * 1000)

/*
 * The length of the date and time that text begins with (RFC 3339, with zone), 0 if there is
 * none; *ret_ms counts from 1970.
 */
size_t timestamp_length(struct span text, int64_t *ret_ms);
/* The same of "2024-05-01 10:00:00,500" and "2024-May-01 10:00:00.5", which tell no zone: taken for UTC. */
size_t timestamp_local_length(struct span text, int64_t *ret_ms);
/* The same of "01-May-2024 10:00:00". */
size_t timestamp_day_first_length(struct span text, int64_t *ret_ms);
/* The same for HH:MM:SS, with a fraction or without; *ret_ms counts from midnight. */
size_t timestamp_clock_length(struct span text, int64_t *ret_ms);
/* From one time to a later one, in milliseconds; across midnight where they are times of day; -1: not known. */
int64_t timestamp_between(int64_t from, int64_t to);

#endif
