/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of JSON files, of rules or of words. */
#ifndef RULE_FOLDER_H
#define RULE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"
#include "span.h"

/* name and text are gone after it; false ends the reading. */
typedef bool rule_folder_file(void *context, const char *name, struct span text, struct error *err);

/*
 * Hands each *.json of the folder to file, in the order of their names, with the file's own
 * name.  Counts them in *ret_count.  False with err set when one cannot be read, is no regular
 * file or larger than LIMIT_RULE_FILE, or when file said so.
 */
bool rule_folder_read(const char *folder, rule_folder_file *file, void *context, size_t *ret_count,
                      struct error *err);

#endif
