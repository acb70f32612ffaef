/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all lines of a log have in front because of where it was taken from, and no shipper that is
 * known by its form (prefixes.h): the indentation of a list in Markdown, the name that a program
 * puts before the lines of a builder that it runs.
 *
 *     [Build]   Step 1/3 : FROM debian:12                      balena
 *     │ │ app/dockerfile  Step 1/3 : FROM debian:12            werf
 *     null_resource.image (local-exec): #1 [internal] load     Terraform
 *     | DEBUG: Executing shell function do_compile             BitBake, of the log of a task that failed
 *     remote: -----> Building on the Heroku-22 stack           git, and the blanks before what a buildpack runs
 *
 * It is learned from lines as they come.
 *
 * Pure; nothing fails.
 */
#ifndef SHARED_H
#define SHARED_H

#include "lines.h"

#define SHARED_LABEL 80

struct shared {
    unsigned lines; /* with text: 0, 1, or more */
    size_t indent;  /* blanks that all of them have; the first may have fewer, but some */
    unsigned asked; /* lines that might have been a builder's first */
    bool builder;   /* one has spoken: label is all that there is */
    bool buildpack; /* and it is Heroku's, or another's that indents what its buildpacks run */
    char label[SHARED_LABEL];
    size_t label_len;
};

/* Of a line of which nothing else is known. */
extern const struct shared shared_nothing;

/* Nothing stands in front, as in most logs, and nothing more can be learned. */
static inline bool shared_is_idle(const struct shared *shared)
{
    return shared->builder && shared->label_len == 0 && !shared->buildpack;
}

/* Takes the indentation off, before any other prefix; after the first line only while indent is not 0. */
void shared_eat_indent(struct shared *shared, struct log_line *line);
/* Takes the name off, where no other prefix is left; false if there is none. */
bool shared_eat_label(struct shared *shared, struct log_line *line);

#endif
