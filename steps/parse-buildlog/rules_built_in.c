/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of built-in rules; apart from rules.c, as generate.c is linked without the table. */
#include <string.h>

#include "rules_read.h"
#include "xalloc.h"

struct rules *rules_load(struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = xcalloc(1, sizeof *rules);

    rules->items = rule_table;
    rules->count = rule_table_count;
    rules->file_count = rule_table_files;
    memcpy(rules->version, rule_table_version, sizeof rules->version);
    rules->places = rules_place(rules->items, rules->count, &rules->place_count);
    rules->table = &rule_table_marks;
    rules->scanner = scanner_new(rules->table, err);
    return rules->scanner ? STEAL(rules) : NULL;
}

struct rules *rules_load_with(const char *const *folders, size_t count, struct error *err)
{
    return count ? rules_read_with(folders, count, err) : rules_load(err);
}
