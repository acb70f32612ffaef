/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the databases of dpkg, apk and others have in common: one file that lists all
 * packages, and that each layer which changes anything holds anew.
 *
 * The facts of such a file are {"packages": [{"name", "version", "arch", ...}],
 * "problems": [{"line", "subject", "message"}], "more_problems": n}, or null for a file that
 * is no database; database_writer writes them, database_load reads them back.
 */
#ifndef CATALOGERS_DATABASE_H
#define CATALOGERS_DATABASE_H

#include "cataloger.h"

/* ---- parse(): from text to facts ---- */

struct database_problem {
    size_t line;         /* 0 where the file has no lines to speak of */
    char subject[32];    /* the package, as far as it has a name; cut when it is longer */
    const char *message; /* a constant */
};

/* Writes packages one by one and remembers what was wrong in between. */
struct database_writer {
    struct json_out *facts;
    size_t package_count;
    struct database_problem problems[LIMIT_DATABASE_PROBLEMS];
    size_t problem_count; /* also of those that found no room */
};

void database_begin(struct database_writer *w, struct json_out *facts);
/*
 * Begins a package with its name, version and architecture (may be empty); the caller adds
 * members and ends the object.  False where the package cannot be listed, because name or
 * version is missing, too long or has a blank in it, or there are LIMIT_DATABASE_PACKAGES: it
 * is then a problem of the given line and nothing was begun.
 */
bool database_begin_package(struct database_writer *w, size_t line, struct span name,
                            struct span version, struct span arch);
/*
 * A member of the package that was begun, unless value is empty; blanks, line ends and other
 * control bytes become one blank.
 */
void database_put(struct database_writer *w, size_t line, const char *key, struct span value);
/* message is a constant that says what is wrong with the stanza at line (from 1). */
void database_problem(struct database_writer *w, size_t line, const char *message);
/* The same of a file without lines: subject is the package's name, or empty. */
void database_problem_of(struct database_writer *w, struct span subject, const char *message);
void database_end(struct database_writer *w);

/* ---- assemble(): from facts to packages ---- */

/* The packages of all databases of an image, each once. */
struct database {
    json_t *packages;               /* what parse() wrote of each */
    const struct file_facts **from; /* for each: the file, in the layer that brought it in */
    size_t count;
    size_t capacity;
};

#define DATABASE_AUTO(name) \
    __attribute__((cleanup(database_release))) struct database name = {.packages = json_new_array()}

/*
 * Loads all files and adds their problems to the warnings.  A package of the same
 * name, version and architecture as one before is left out.  The layer that brought
 * a package in is the lowest one from which on, up to the top, the file always
 * lists that same name, version and architecture.
 */
bool database_load(struct database *db, const struct file_set *files, struct findings *findings,
                   struct error *err);
/*
 * What a later file says of a package counts: it takes the place of those of its name, with
 * by_arch of its name and architecture alone.  What has its version too stays, with the layer it
 * came from.  A package with the member "gone": true takes them out and is none itself.
 */
void database_update(struct database *db, json_t *package, const struct file_facts *from,
                     bool by_arch);
/* Package i has become a row: what parse() wrote of it is let go, so that the two never add up. */
void database_forget(struct database *db, size_t i);
void database_release(struct database *db);

#endif
