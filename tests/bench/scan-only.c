/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan-only FILE: reads it and looks for the marks that parse-buildlog looks for, with the same
 * scan, and does nothing else; prints how many it found.  What parse-buildlog is measured against.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "rules.h"

#define PIECE (128 * 1024)

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

int main(int argc, char **argv)
{
    struct error err = {0};
    struct scanner *scanner = scanner_new(&rule_table_marks, &err);
    int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;

    if (!scanner || fd < 0) {
        fprintf(stderr, "scan-only: %s\n", scanner ? "no file" : err.message);
        return 1;
    }
    printf("%lu\n", scan_file(scanner, fd));
    close(fd);
    scanner_free(scanner);
    return 0;
}
