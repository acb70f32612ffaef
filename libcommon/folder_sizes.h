/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How many files there are below each top folder of a root, and how many bytes they have.
 *
 * The first LIMIT_TOP_FOLDERS names are told one by one, the rest together, so that whoever
 * makes a layer decides neither how much memory this takes nor how much text it becomes.
 * Sums stay at INT64_MAX when there is more.  All zero is an empty table; release it.  Pure.
 */
#ifndef FOLDER_SIZES_H
#define FOLDER_SIZES_H

#include <jansson.h>
#include <stdint.h>

#include "span.h"

struct folder_size {
    char *name; /* "usr"; empty: of files right in the root */
    int64_t files;
    int64_t bytes;
};

struct folder_sizes {
    struct folder_size *items; /* in the order in which they came */
    size_t count;
    size_t capacity;
    size_t latest;             /* the one that was added to last */
    struct folder_size others; /* all folders that have no place in items */
};

void folder_sizes_release(struct folder_sizes *sizes);

/* Adds files of so many bytes in all; name is the top folder's, negative numbers count as 0. */
void folder_sizes_add(struct folder_sizes *sizes, struct span name, int64_t files, int64_t bytes);
void folder_sizes_add_others(struct folder_sizes *sizes, int64_t files, int64_t bytes);
/* One file more, whose path is normalised (tar_reader.h). */
void folder_sizes_add_file(struct folder_sizes *sizes, struct span path, uint64_t bytes);

/*
 * Puts "files", "bytes", "folders": [{"path", "files", "bytes"}] and "others": {"files", "bytes"}
 * into object: the folder of most bytes first, a path "/usr" or, of the root itself, "/".
 */
void folder_sizes_put(json_t *object, const struct folder_sizes *sizes);
/* Adds what such an object tells; what in it is of another form counts as nothing. */
void folder_sizes_add_told(struct folder_sizes *sizes, const json_t *object);

#endif
