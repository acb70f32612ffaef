/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plays a fuzz target's corpus to it, so that every crash once found stays found
 * without libFuzzer: `fuzz_x CORPUS_FOLDER`, TAP on stdout, one test a file.
 * Each file is played whole and cut at up to CUTS evenly spaced places.  The
 * target gets a buffer of exactly the right size, so that the address sanitizer
 * sees the first byte read past its end.
 */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CUTS 64

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void play(const uint8_t *data, size_t size)
{
    /* malloc(0) may return NULL, which targets need not expect. */
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy)
        abort();
    memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void play_cut(const uint8_t *data, size_t size)
{
    play(data, size);
    size_t cuts = size < CUTS ? size : CUTS;
    for (size_t i = 0; i < cuts; i++)
        play(data, size * i / cuts);
}

/* The whole file in allocated memory; NULL with errno where it cannot be read. */
static uint8_t *read_file(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    uint8_t *data = NULL;
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0)
        data = malloc((size_t)size + 1);
    if (data && fread(data, 1, (size_t)size, file) != (size_t)size) {
        free(data);
        data = NULL;
    }
    *ret_size = data ? (size_t)size : 0;
    fclose(file);
    return data;
}

static bool play_file(const char *folder, const char *name)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (length < 0 || (size_t)length >= sizeof path)
        return false;
    size_t size = 0;
    uint8_t *data = read_file(path, &size);
    if (!data) {
        printf("# %s: %s\n", path, strerror(errno));
        return false;
    }
    /* Named before it is played: after a crash this is the last line. */
    printf("# %s\n", path);
    fflush(stdout);
    play_cut(data, size);
    free(data);
    return true;
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int main(int argc, char **argv)
{
    struct dirent **entries = NULL;
    int count = argc == 2 ? scandir(argv[1], &entries, not_hidden, alphasort) : -1;
    if (count <= 0) {
        printf("1..1\nnot ok 1 - corpus '%s' is there and not empty\n", argc == 2 ? argv[1] : "");
        free(entries);
        return 1;
    }
    bool all = true;
    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        bool played = play_file(argv[1], entries[i]->d_name);
        printf("%s %d - %s\n", played ? "ok" : "not ok", i + 1, entries[i]->d_name);
        all = all && played;
        free(entries[i]);
    }
    free(entries);
    return all ? 0 : 1;
}
