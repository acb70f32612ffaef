/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held_file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "xalloc.h"

/* Below it the heap is quicker, and a page more or less does not count. */
#define MAPPED_FROM (128 * KIB)

void hold_budget_init(struct hold_budget *budget)
{
    pthread_mutex_init(&budget->lock, NULL);
    pthread_cond_init(&budget->freed, NULL);
    budget->left = LIMIT_HELD;
}

void hold_budget_release(struct hold_budget *budget)
{
    pthread_cond_destroy(&budget->freed);
    pthread_mutex_destroy(&budget->lock);
}

/* A thread holds one file at a time, so whoever waits is woken by one that is at work. */
static void charge(struct held_file *held, struct hold_budget *budget, size_t bytes)
{
    pthread_mutex_lock(&budget->lock);
    while (budget->left < bytes)
        pthread_cond_wait(&budget->freed, &budget->lock);
    budget->left -= bytes;
    pthread_mutex_unlock(&budget->lock);
    held->budget = budget;
    held->charged = bytes;
}

static void discharge(struct held_file *held)
{
    pthread_mutex_lock(&held->budget->lock);
    held->budget->left += held->charged;
    pthread_cond_broadcast(&held->budget->freed);
    pthread_mutex_unlock(&held->budget->lock);
}

void held_file_init(struct held_file *held, uint64_t size)
{
    *held = (struct held_file){.size = size};
}

static bool is_mapped(const struct held_file *held)
{
    return held->length >= MAPPED_FROM;
}

void held_file_release(struct held_file *held)
{
    if (held->bytes && is_mapped(held))
        munmap(held->bytes, held->length);
    else
        free(held->bytes);
    if (held->budget)
        discharge(held);
    free(held->wanted);
    *held = (struct held_file){0};
}

void held_file_want(struct held_file *held, const struct file_parts *parts)
{
    XGROW(held->wanted, held->wanted_count, held->wanted_capacity);
    held->wanted[held->wanted_count++] = *parts;
    held->whole = held->whole || parts->whole;
}

void held_file_want_head(struct held_file *held, uint64_t length)
{
    struct file_parts head = {.whole = length >= held->size, .count = 1, .items = {{0, length}}};

    held_file_want(held, &head);
}

/* Cut to the file: 0 where a part lies behind its end. */
static uint64_t part_end(const struct held_file *held, uint64_t offset, uint64_t length)
{
    if (offset >= held->size)
        return 0;
    return length > held->size - offset ? held->size : offset + length;
}

/* How far the parts reach, and how many bytes they are together. */
static void measure(const struct held_file *held, uint64_t *ret_reach, uint64_t *ret_sum)
{
    *ret_reach = held->whole ? held->size : 0;
    *ret_sum = *ret_reach;
    for (size_t i = 0; i < held->wanted_count && !held->whole; i++) {
        const struct file_parts *parts = &held->wanted[i];

        for (size_t j = 0; j < parts->count; j++) {
            uint64_t end = part_end(held, parts->items[j].offset, parts->items[j].length);

            if (end > *ret_reach)
                *ret_reach = end;
            if (end)
                *ret_sum += end - parts->items[j].offset;
        }
    }
}

/* Pages that cost nothing as long as they are not written to. */
static void *map_zeros(size_t length)
{
    /* Without a file the descriptor is -1 (mmap(2)). */
    // cppcheck-suppress invalidFunctionArg ; its model of mmap knows no -1
    return mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

void held_file_begin(struct held_file *held, struct hold_budget *budget)
{
    uint64_t reach;
    uint64_t sum;

    measure(held, &reach, &sum);
    if (reach > LIMIT_WANTED_FILE)
        reach = LIMIT_WANTED_FILE;
    if (!reach)
        return;
    if (budget)
        charge(held, budget, sum > reach ? (size_t)reach : (size_t)sum);
    held->length = (size_t)reach;
    if (!is_mapped(held)) {
        held->bytes = xcalloc(1, held->length);
        return;
    }
    held->bytes = map_zeros(held->length);
    if (held->bytes == MAP_FAILED)
        out_of_memory();
}

/* Copies what the piece, which begins at held->at, has of [from, to). */
static void copy_part(struct held_file *held, struct span piece, uint64_t from, uint64_t to)
{
    uint64_t piece_end = held->at + piece.len;

    if (to > held->length)
        to = held->length;
    if (to > piece_end)
        to = piece_end;
    if (from < held->at)
        from = held->at;
    if (from < to)
        memcpy(held->bytes + from, piece.data + (from - held->at), (size_t)(to - from));
}

void held_file_add(struct held_file *held, struct span piece)
{
    if (held->whole && held->bytes)
        copy_part(held, piece, 0, held->size);
    for (size_t i = 0; i < held->wanted_count && held->bytes && !held->whole; i++) {
        const struct file_parts *parts = &held->wanted[i];

        for (size_t j = 0; j < parts->count; j++)
            copy_part(held, piece, parts->items[j].offset,
                      part_end(held, parts->items[j].offset, parts->items[j].length));
    }
    held->at += piece.len;
}

struct span held_file_span(const struct held_file *held)
{
    return span_of(held->bytes ? held->bytes : "", held->bytes ? held->length : 0);
}
