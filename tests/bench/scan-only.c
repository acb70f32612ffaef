/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-only LOG: reads it and looks for the marks that parse-buildlog looks for, with the same scan, and does nothing
 * else; prints how many it found.  What parse-buildlog is measured against.
 *
 * scan-only LOG TEXTS: looks for the texts that the rules and the readers of package managers and builders require, as they
 * are; parse-buildlog looks for their heads (marks.h).  TEXTS is what scan-only --compile TEXTS made of them before, so
 * that this is not measured.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "consumers.h"
#include "rules.h"

#define PIECE (128 * 1024)
#define LARGEST_TEXTS (64 * 1024 * 1024)

static void count_mark(void *context, size_t mark, size_t end)
{
    (void)mark;
    (void)end;
    ++*(unsigned long *)context;
}

static unsigned long scan_file(struct scanner *scanner, int fd)
{
    static char piece[PIECE];
    unsigned long marks = 0;
    ssize_t n;

    while ((n = read(fd, piece, sizeof piece)) > 0)
        scanner_scan(scanner, span_of(piece, (size_t)n), count_mark, &marks);
    return n < 0 ? 0 : marks;
}

static int fail(const char *what, const char *why)
{
    fprintf(stderr, "scan-only: %s: %s\n", what, why);
    return 1;
}

static int compile(const char *path)
{
    struct error err = {0};
    CLEANUP(cleanup_marks) struct marks *marks = marks_new_whole();
    CLEANUP(cleanup_free) unsigned char *texts = NULL;
    FILE *file;
    size_t size;
    bool written;

    consumers_add_marks(marks, rule_table, rule_table_count);
    texts = scanner_compile(marks_table(marks), &size, &err);
    if (!texts)
        return fail(path, err.message);
    file = fopen(path, "wb");
    if (!file)
        return fail(path, "cannot be written");
    written = fwrite(texts, 1, size, file) == size;
    return fclose(file) == 0 && written ? 0 : fail(path, "cannot be written");
}

/* false: there is no such file, it is empty, or too large. */
static bool read_texts(const char *path, struct mark_table *table)
{
    static unsigned char texts[LARGEST_TEXTS] __attribute__((aligned(16)));
    FILE *file = fopen(path, "rb");

    if (!file)
        return false;
    table->count = 0; /* without a database that fits nothing is compiled in its place */
    table->database = texts;
    table->database_size = fread(texts, 1, sizeof texts, file);
    fclose(file);
    return table->database_size && table->database_size < sizeof texts;
}

int main(int argc, char **argv)
{
    struct error err = {0};
    struct mark_table table = rule_table_marks;
    struct scanner *scanner;
    int fd;

    if (argc == 3 && strcmp(argv[1], "--compile") == 0)
        return compile(argv[2]);
    if (argc < 2 || argc > 3)
        return fail("usage", "scan-only LOG [TEXTS], or --compile TEXTS");
    if (argc == 3 && !read_texts(argv[2], &table))
        return fail(argv[2], "cannot be read");
    scanner = scanner_new(&table, &err);
    if (!scanner)
        return fail("scan", err.message);
    fd = open(argv[1], O_RDONLY);
    if (fd < 0)
        return fail(argv[1], "cannot be read");
    printf("%lu\n", scan_file(scanner, fd));
    close(fd);
    scanner_free(scanner);
    return 0;
}
