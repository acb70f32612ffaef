/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs that tell their version in their own bytes.  What is looked for is data, in
 * the JSON files of classifiers/:
 *
 *     name      what the row is called
 *     files     patterns of cataloger.h; several classifiers may want one file
 *     how       "whole" for a text file; of others ELF files alone are looked at
 *     pattern   the text around the version: "nginx version: nginx/{version:3}".  The version
 *               has at least that many numbers with dots between, and may end in more letters,
 *               digits and any of ".+-_~" up to the text behind it.  {nul} is a NUL byte,
 *               {start} at the beginning the start of the file
 *     begins_build_id  the version must also begin a longer word elsewhere: it is one of many
 *                      in the file, and this makes it the program's own
 *     examples  match [{text, version}] and no_match [text]; the unit test tries them all
 *
 * The build makes a C table of them (embed-classifiers).  The first place where the whole
 * pattern stands counts.
 */
#ifndef CATALOGERS_CLASSIFIER_H
#define CATALOGERS_CLASSIFIER_H

#include "span.h"

#define MOST_CLASSIFIER_FILES 8

struct classifier {
    const char *name;
    const char *files[MOST_CLASSIFIER_FILES]; /* the first NULL ends them */
    const char *pattern;
    bool begins_build_id;
};

extern const struct classifier classifiers[];
extern const size_t classifiers_count;

/* Pure; the version looks into bytes. */
bool classifier_match(const struct classifier *classifier, struct span bytes,
                      struct span *ret_version);

#endif
