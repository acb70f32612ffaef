/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which build it was and how it ended: what the caller says on the command line
 * before what the request says, and that before what the analyses know.  Pure.
 */
#ifndef BUILD_H
#define BUILD_H

#include <time.h>

#include "inputs.h"
#include "strbuf.h"

/* What the caller says of the build; NULL or empty: nothing. Borrowed. */
struct build_given {
    const char *uid;
    const char *cluster;
    const char *namespace;
    const char *name;
    const char *origin;
    const char *environment_type;
    const char *outcome; /* succeeded, failed, unknown */
    const char *started; /* RFC 3339 */
    const char *finished;
};

/* ERROR_USAGE when a time is none. */
bool build_given_check(const struct build_given *given, struct error *err);
/* What is given, as an object (a new reference) without secrets: for the document's arguments. */
json_t *build_given_arguments(const struct build_given *given);
/* All that is given, for the document's id. */
void build_given_append(struct strbuf *identity, const struct build_given *given);

/* The observation's "build" (a new reference). Secrets in origin are masked. */
json_t *build_identity(const struct inputs *in, const struct build_given *given);
/* Puts "outcome" and "outcomes" into result: the builder's own word before what its log looks like. */
void build_put_outcome(json_t *result, const struct inputs *in, const struct build_given *given);
/* When the build ended; 0 when nobody says so. */
time_t build_finished(const struct inputs *in, const struct build_given *given);

#endif
