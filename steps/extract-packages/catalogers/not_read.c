/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Package databases for which there is no cataloger: an empty list of packages
 * must never lie, so each kind that is there is one warning with how many files
 * there are and the first of them.  When a kind gets its cataloger, its lines here go.
 */
#include "catalogers.h"

enum kind {
    PORTAGE,
    NIX,
    KIND_COUNT,
};

static const struct {
    const char *one;
    const char *many;
} kinds[KIND_COUNT] = {
    [PORTAGE] = {"Portage package is", "Portage packages are"},
    [NIX] = {"Nix database is", "Nix databases are"},
};

#define DATABASES(X)                 \
    X(PORTAGE, "/var/db/pkg/*/*/PF") \
    X(NIX, "/nix/var/nix/db/db.sqlite")

#define WANTED_OF(kind, pattern) {pattern, WANTED_NAME},
#define KIND_OF(kind, pattern) kind,

static const struct wanted wanted[] = {DATABASES(WANTED_OF)};
/* Of each pattern, in the same order. */
static const enum kind kind_of[] = {DATABASES(KIND_OF)};

static bool not_read_parse(const struct wanted_file *file, struct json_out *facts,
                           struct error *err)
{
    (void)file;
    (void)err;
    json_out_null(facts);
    return true;
}

static bool not_read_assemble(const struct file_set *files, struct findings *findings,
                              struct error *err)
{
    const struct file_facts *first[KIND_COUNT] = {0};
    size_t counts[KIND_COUNT] = {0};

    (void)err;
    for (size_t i = 0; i < files->count; i++) {
        enum kind kind = kind_of[files->files[i].wanted - wanted];

        counts[kind]++;
        if (!first[kind])
            first[kind] = &files->files[i];
    }
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        if (!first[kind])
            continue;
        findings_warn(findings, "not-read", first[kind]->path, "%zu %s not read by this version",
                      counts[kind], counts[kind] == 1 ? kinds[kind].one : kinds[kind].many);
    }
    return true;
}

const struct cataloger not_read_cataloger = {
    .name = "not-read",
    .wanted = wanted,
    .wanted_count = sizeof wanted / sizeof *wanted,
    .parse = not_read_parse,
    .assemble = not_read_assemble,
};
