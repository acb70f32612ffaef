/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The facts of one Java archive while they are written: packages as they are found, each
 * group, artifact and version once; then problems and what has no name.
 */
#ifndef CATALOGERS_JAVA_REPORT_H
#define CATALOGERS_JAVA_REPORT_H

#include "java_id.h"
#include "json_out.h"

struct java_report {
    struct json_out *facts;
    json_t *seen;     /* set of "GROUP:ARTIFACT:VERSION" */
    json_t *problems; /* at most LIMIT_DATABASE_PROBLEMS */
    size_t problem_count;
    size_t nameless;
    json_t *first_nameless; /* its place, or NULL */
};

void java_report_begin(struct java_report *report, struct json_out *facts);
/*
 * at: place inside the file; licenses: array of strings, borrowed; guessed: neither a pom nor the
 * place in a repository says it.  id is whole.
 */
void java_report_package(struct java_report *report, const struct maven_id *id, struct span at,
                         const json_t *licenses, bool guessed);
void java_report_problem(struct java_report *report, const char *code, struct span at,
                         const char *message);
/* An archive of classes for which nothing tells a version. */
void java_report_nameless(struct java_report *report, struct span at);
/* Writes the rest and releases what the report holds. */
void java_report_end(struct java_report *report);

#endif
