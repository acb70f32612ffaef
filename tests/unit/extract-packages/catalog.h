/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs one cataloger on files in memory, as the engine does on those of an image.
 */
#ifndef CATALOG_H
#define CATALOG_H

#include "cataloger.h"

struct sample {
    const char *path; /* without the leading '/' */
    size_t layer;
    const char *text; /* a string, or bytes with their size */
    size_t size;      /* 0: the string's length */
};

/*
 * Parses the samples that the cataloger wants and assembles them; of samples with one path
 * the one of the highest layer is seen, the others lie below it.  What does not parse is a
 * warning.  Fails the test on an error.  findings_release() is the caller's.
 */
void catalog(struct findings *findings, const struct cataloger *cataloger,
             const struct sample *samples, size_t count);
#define CATALOG(findings, cataloger, samples) \
    catalog(findings, cataloger, samples, sizeof(samples) / sizeof *(samples))
/* The same with findings that other catalogers have added to. */
void catalog_more(struct findings *findings, const struct cataloger *cataloger,
                  const struct sample *samples, size_t count);
#define CATALOG_MORE(findings, cataloger, samples) \
    catalog_more(findings, cataloger, samples, sizeof(samples) / sizeof *(samples))

/* The file of the shared inputs as a string to free, or NULL (path: below data/). */
char *read_shared(const char *path);
/* Skips the test with a reason where there are no shared inputs. */
#define SHARED_OR_SKIP(text)                                                      \
    do {                                                                          \
        if (!(text)) {                                                            \
            print_message("# needs the shared inputs (BUILD_ANALYSIS_SHARED)\n"); \
            skip();                                                               \
        }                                                                         \
    } while (0)

/* value as compact JSON with sorted keys equals expected ('...' for "..."). */
void assert_json(const json_t *value, const char *expected);
/* The same of a list of findings_list_take. */
void assert_list(const json_t *list, const char *expected);
/* The one package of that name; fails the test when there is none or more. */
json_t *package_named(const struct findings *findings, const char *name);
/* "code path: message" of warning i, to free. */
char *warning_text(const struct findings *findings, size_t i);

#endif
