/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of one file of a layer, or of the parts of it that are asked for, while
 * catalogers parse it.
 *
 * Memory is as much as was asked for and no more, whatever the file's size: what is not
 * a part stays untouched pages, which read as zero.  Files are held under one budget for
 * all threads; a thread that finds it spent waits until another lets its file go.
 *
 *     held_file_init(&held, size);
 *     held_file_want(&held, ...);
 *     if (held_file_begin(&held, budget)) ... held_file_add() from the first byte on ...
 *     held_file_release(&held);
 */
#ifndef HELD_FILE_H
#define HELD_FILE_H

#include <pthread.h>
#include <stdbool.h>

#include "cataloger.h"

/* What may be held at one time: LIMIT_HELD in all. */
struct hold_budget {
    pthread_mutex_t lock;
    pthread_cond_t freed;
    size_t left; /* bytes */
};

void hold_budget_init(struct hold_budget *budget);
void hold_budget_release(struct hold_budget *budget);

struct held_file {
    uint64_t size;
    struct file_parts *wanted; /* of each that asked */
    size_t wanted_count;
    size_t wanted_capacity;
    bool whole;
    char *bytes; /* NULL as long as nothing is held */
    size_t length;
    uint64_t at; /* bytes that went by so far */
    struct hold_budget *budget;
    size_t charged;
};

/* Of a file of size bytes, of which nothing is asked for yet. */
void held_file_init(struct held_file *held, uint64_t size);
void held_file_release(struct held_file *held);
void held_file_want(struct held_file *held, const struct file_parts *parts);
/* All of it, or its first length bytes. */
void held_file_want_head(struct held_file *held, uint64_t length);
/*
 * Makes room, at most LIMIT_WANTED_FILE, and waits for the budget (NULL: there is none).  Nothing
 * happens when nothing was asked for.
 */
void held_file_begin(struct held_file *held, struct hold_budget *budget);
/* The next bytes of the file. */
void held_file_add(struct held_file *held, struct span piece);
/* As many bytes as the file has, or as were asked for from its start on when that was the highest part. */
struct span held_file_span(const struct held_file *held);

#endif
