/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an analysis is written as, and where to: the words of --format, which are
 * FORMAT[@VERSION][=FILE], and the writers behind them.  One table in formats.c lists the
 * formats; all that are asked for are written from the same findings, one after another.
 */
#ifndef FORMATS_H
#define FORMATS_H

#include <time.h>

#include "document.h"
#include "findings.h"
#include "input.h"
#include "options.h"
#include "output.h"

/* What writers are given; they change nothing of it. */
struct analysis {
    const struct options *options;
    const struct image *image;
    const struct findings *findings; /* finished */
    const char *name;                /* NAME:TAG of the image */
    struct document_id id;           /* the same for the same work */
    time_t started;
};

struct format {
    const char *name;
    const char *const *versions; /* NULL-terminated, the default first; NULL: it has none */
    bool (*write)(const struct analysis *analysis, const char *version, struct output *out,
                  struct error *err);
};

/* One thing to write; all strings are borrowed from the command line and the table. */
struct format_choice {
    const struct format *format;
    const char *version; /* NULL: the format has none */
    const char *file;    /* NULL: stdout */
    struct output out;   /* see write_analysis.h */
};

struct format_choices {
    struct format_choice *items;
    size_t count;
};

/* Removes what was not committed. */
void format_choices_release(struct format_choices *choices);
/*
 * Reads the words of --format.  A word without FILE goes to output (of --output), else to stdout,
 * and there is at most one such; two words for one file are ERROR_USAGE like any other nonsense.
 * Without a word it is the table on a terminal, else the document.  Release also after a failure.
 */
bool format_choices_read(struct format_choices *choices, const struct cli_strings *words,
                         const char *output, struct error *err);

#endif
