/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the catalogers of packages that have a file of their own (npm, gems, R) have in
 * common.  The facts of such a file are null, or an object with "name" and "version".
 */
#ifndef CATALOGERS_PACKAGE_FILE_H
#define CATALOGERS_PACKAGE_FILE_H

#include "cataloger.h"

/* True if s can be listed as a name or version: not empty, no blanks, LIMIT_PACKAGE_NAME at most. */
bool package_word(struct span s);
/* The path's last component, and the folder before it ("" for none). */
struct span path_base(struct span path);
struct span path_folder(struct span path);
/* Appends text without secrets to the array that facts is in: dependencies can be URLs. */
void package_write_text(struct json_out *facts, struct span text);
/*
 * The file of the lowest layer from which on, up to this one, the path has always told the
 * name and version of facts. NULL with err set for a fault.
 */
const struct file_facts *package_origin(const struct file_facts *file, const json_t *facts,
                                        struct error *err);
/* The row of the package that facts tell of, with its licenses and depends. NULL with err set. */
json_t *package_add(struct findings *findings, const char *type, const struct file_facts *file,
                    const json_t *facts, struct error *err);
/* Moves the array at key of facts to the row, unless it is empty or none. */
void package_put_list(json_t *package, const json_t *facts, const char *key);

#endif
