/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the catalogers found in an image: packages of all ecosystems, the lists
 * that package-extract had, facts, and warnings.  The catalogers add, report.c
 * writes.  Objects are owned by the findings; spans and strings are copied.
 */
#ifndef FINDINGS_H
#define FINDINGS_H

#include <jansson.h>

#include "digest.h"
#include "owners.h"
#include "span.h"

struct file_facts;
struct symlinks;

struct python_file {
    char *path; /* with the leading '/' */
    struct digest digest;
};

struct findings {
    json_t *packages;         /* [package], see findings_add_package */
    json_t *rpm;              /* the legacy lists, design.md "image analysis" */
    json_t *rpm_dependencies; /* of findings_list_take, as deb and deb_dependencies */
    json_t *deb;
    json_t *deb_dependencies;
    json_t *python_packages;
    json_t *python_interpreters;
    json_t *system_symbols;
    json_t *operating_system;
    json_t *debian_version; /* "12.5", of the purls of a Debian; "" or NULL: not told */
    json_t *cuda_version;
    json_t *aicoe_ci;     /* {requirements, requirements_lock} as far as they are there */
    json_t *binaries;     /* [package] of findings_add_binary, until findings_finish */
    json_t *layer_files;  /* [{layer, and folder_sizes_put()}] of those that were read as tar */
    json_t *warnings;     /* [{code, path, message}] */
    size_t cost;          /* bytes that the rows take, but for the last package that was added */
    size_t counted;       /* how many of the packages are in it */
    size_t left_out;      /* rows beyond LIMIT_ROWS_KEPT */
    json_t *spare;        /* what such a package is written into */
    struct path_set told; /* of findings_tell_binary: told_programs.h */
    struct python_file *python_files; /* not JSON: there can be 200,000 */
    size_t python_file_count;
    size_t python_file_capacity;
    char **found_in; /* of each package, as they were added: the file that tells of it */
    size_t found_in_count;
    size_t found_in_capacity;
    struct owners owners;         /* of the rows, known in findings_finish */
    const struct symlinks *links; /* of the image, borrowed; NULL: paths are taken as they stand */
};

void findings_init(struct findings *f);
void findings_release(struct findings *f);

/*
 * A package with every key of the document, those not given here null, false or
 * []: the cataloger sets what it knows with json_put_*() on the object that is
 * returned (borrowed): source_package {name, version}, licenses [string],
 * installer, origin (object), requested (bool or null), owner (string),
 * depends [string], provides [string], replaces [string].
 * type is a purl type ("deb", "apk", "pypi"); version as the package manager
 * prints it, epoch included; arch may be empty (null); from gives location and layer.
 * purl is filled in by findings_finish, as it needs the operating system.
 * Beyond LIMIT_ROWS_KEPT rows are not kept any more, but counted in a warning "too-many-packages".
 */
json_t *findings_add_package(struct findings *f, const char *type, struct span name,
                             struct span version, struct span arch, const struct file_facts *from);
/*
 * False when nothing more is kept: then one more row is counted as left out, and the caller need
 * not make it.
 */
bool findings_have_room(struct findings *f);
/* Adds an element (which is taken) to one of the legacy lists; within the same limit. */
void findings_append_take(struct findings *f, json_t *list, json_t *row);
/*
 * The same for deb, deb_dependencies and rpm_dependencies, which hold each entry as JSON text:
 * trees of them were half of all that is held of a package.
 */
void findings_list_take(struct findings *f, json_t *list, json_t *entry);
/* Entry i of such a list as a tree: a new reference. */
json_t *findings_list_entry(const json_t *list, size_t i);
/*
 * A program that was put there by hand: a row of type generic, which findings_finish keeps only
 * when no package owns the file, no other row of these has that name and version, and nothing
 * told of it already (findings_tell_binary).
 */
void findings_add_binary(struct findings *f, struct span name, struct span version,
                         const struct file_facts *from);
/*
 * Notes that a row tells of the program of that name below folder (no leading '/', empty for the
 * whole image): a binary of its version, which may end in a packager's revision ("7.4.0-1"), is
 * not listed beside it.
 */
void findings_tell_binary(struct findings *f, struct span folder, struct span name,
                          struct span version);
/* path without the leading '/'. */
void findings_add_python_file(struct findings *f, struct span path, const struct digest *digest);
/*
 * code is one of the words of docs/documents.md (not-read, malformed, too-large, ...);
 * path without the leading '/', empty for none. Beyond 10,000 warnings the rest is counted in one.
 */
void findings_warn(struct findings *f, const char *code, struct span path, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Purls, order (row_order.h), os-release defaults. Called once, before the report. */
void findings_finish(struct findings *f);

/* Adds a finished package, which is taken, behind those that findings_finish has put in order. */
void findings_add_finished_take(struct findings *f, json_t *package);

#endif
