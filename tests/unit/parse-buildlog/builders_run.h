/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What builders tell of a log, for tests: the build's outcome, its steps, and a word for each line. */
#ifndef BUILDERS_RUN_H
#define BUILDERS_RUN_H

#include "builder.h"
#include "prefixes.h"
#include "tracks.h"

struct heard {
    struct pool pool;
    struct packages packages;
    struct steps steps;
    struct tracks tracks;
    struct prefixes prefixes;
    struct strbuf words;
    uint64_t lines;
};

/* The report of a log is added to out; builders_release() ends it. */
void builders_listen(const char *log, struct heard *heard, struct strbuf *out);
void builders_release(struct heard *heard);
/* want: "builder outcome bases>output", and each step. */
void builders_check(const char *log, const char *want);
/* want: of each line one of .osq+-, as WORD_NONE and so on. */
void builders_check_words(const char *log, const char *want);

#endif
