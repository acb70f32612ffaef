/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rules from JSON: what --check-rules looks at, what generate.c makes the table
 * from, and what a user adds.
 *
 * The rules' texts belong to the files that were read; rules_free() frees both.
 * Errors (ERROR_MALFORMED, ERROR_NO_INPUT, those of opening files) name file and
 * rule.  Bounded by LIMIT_RULES and LIMIT_RULE_FILE.
 */
#ifndef RULES_READ_H
#define RULES_READ_H

#include "rules.h"

/* The files of the built-in rules, whole. NULL with err set, which would be our own fault. */
struct rules *rules_read_built_in(struct error *err);
/* Those of a folder's *.json, in the order of their names. */
struct rules *rules_read_folder(const char *folder, struct error *err);
/* Those of the folders, the last one's first, and the built-in ones; of each id the first. */
struct rules *rules_read_with(const char *const *folders, size_t count, struct error *err);
/* From one text, for tests: name is for messages and kept by reference. */
struct rules *rules_parse(const char *name, struct span text, struct error *err);

void rule_files_free(struct rule_files *all);

#endif
