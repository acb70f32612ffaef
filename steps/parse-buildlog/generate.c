/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * generate: runs during the build and writes, as C on stdout, the table of
 * built-in rules (rules.h) from the rule files that embed-files embedded, and the
 * table of marks with its database (marks.h, scan.h).
 */
#include <inttypes.h>
#include <stdio.h>

#include "generate_text.h"
#include "rules_read.h"
#include "strbuf.h"
#include "xalloc.h"

static void put_member(const char *name, const char *text)
{
    printf(" .%s = ", name);
    put_text(text);
    putchar(',');
}

static void put_list(const char *name, const char *const *texts)
{
    printf(" .%s = ", name);
    put_texts(texts);
    fputs(",\n", stdout);
}

static void put_lookup(const struct rule_lookup *lookup)
{
    fputs(" .lookup = (const struct rule_lookup[]){", stdout);
    for (; lookup->group; lookup++) {
        putchar('{');
        put_member("group", lookup->group);
        put_member("value", lookup->value);
        put_member("name", lookup->name);
        put_member("text", lookup->text);
        fputs("},\n", stdout);
    }
    fputs("{0}},\n", stdout);
}

static void put_codes(const int *codes)
{
    fputs(" .codes = (const int[]){", stdout);
    for (; *codes >= 0; codes++)
        printf("%d, ", *codes);
    fputs("-1}", stdout);
}

static void put_exits(const struct rule_exit *exits)
{
    fputs(" .exits = (const struct rule_exit[]){", stdout);
    for (; exits->commands; exits++) {
        putchar('{');
        put_list("commands", exits->commands);
        put_codes(exits->codes);
        fputs("},\n", stdout);
    }
    fputs("{0}},\n", stdout);
}

/* place: of the rule's first part among all. */
static void put_parts(const struct rule *rule, size_t place)
{
    printf(" .part_count = %zu,\n .parts = (const struct rule_part[]){", rule->part_count);
    for (size_t k = 0; k < rule->part_count; k++) {
        putchar('{');
        put_member("pattern", rule->parts[k].pattern);
        put_list("required", rule->parts[k].required);
        printf(" .lazy = &lazy[%zu]},\n", place + k);
    }
    fputs("{0}},\n", stdout);
}

static void put_rule(const struct rule *rule, size_t index, size_t place)
{
    static const char *const ranks[] = {
        [RANK_NOISE] = "RANK_NOISE", [RANK_WRAPPER] = "RANK_WRAPPER", [RANK_ROOT] = "RANK_ROOT"};

    putchar('{');
    put_member("id", rule->id);
    put_member("title", rule->title);
    put_member("stage", rule->stage);
    put_member("advice", rule->advice);
    put_member("advice_otherwise", rule->advice_otherwise);
    put_member("pattern", rule->pattern);
    put_member("file", rule->file);
    put_parts(rule, place);
    put_list("tools", rule->tools);
    put_list("yields_to", rule->yields_to);
    put_list("instead_of", rule->instead_of);
    put_member("base", rule->base);
    put_member("missing", rule->missing);
    put_lookup(rule->lookup);
    put_exits(rule->exits);
    printf(" .gate = UINT64_C(%" PRIu64 "), .innermost = %d, .guess = %d,", rule->gate,
           rule->innermost, rule->guess);
    printf(" .rank = %s, .generic = %d, .proves = %d, .first = %d,"
           " .matched = &matched[%zu]},\n",
           ranks[rule->rank], rule->generic, rule->proves, rule->first, index);
}

static void put_rules(const struct rules *rules)
{
    size_t place = 0;

    printf("static struct lazy_pattern lazy[%zu];\nstatic const struct rule_part *matched[%zu];\n"
           "const struct rule rule_table[] = {\n",
           rules->place_count, rules->count);
    for (size_t i = 0; i < rules->count; i++) {
        put_rule(&rules->items[i], i, place);
        place += rules->items[i].part_count;
    }
    printf("};\nconst size_t rule_table_count = %zu;\nconst size_t rule_table_files = %zu;\n"
           "const char rule_table_version[17] = \"%s\";\n",
           rules->count, rules->file_count, rules->version);
}

static void put_marks(const struct mark_table *table)
{
    fputs("static const char *const texts[] = {\n", stdout);
    for (size_t i = 0; i < table->count; i++) {
        put_text(table->texts[i]);
        fputs(",\n", stdout);
    }
    fputs("NULL};\nstatic const uint32_t first[] = {", stdout);
    for (size_t i = 0; i <= table->count; i++)
        printf("%u,", table->first[i]);
    fputs("};\nstatic const uint16_t consumers[] = {", stdout);
    for (size_t i = 0; i < table->first[table->count]; i++)
        printf("%u,", table->consumers[i]);
    fputs("0};\n", stdout);
}

/* Aligned as Vectorscan reads it. */
static bool put_database(const struct mark_table *table, struct error *err)
{
    size_t size = 0;
    CLEANUP(cleanup_free) unsigned char *bytes = scanner_compile(table, &size, err);

    if (!bytes)
        return false;
    fputs("static const unsigned char database[] __attribute__((aligned(16))) = {", stdout);
    for (size_t i = 0; i < size; i++)
        printf("%s%u,", i % 32 ? "" : "\n", bytes[i]);
    printf("};\nconst struct mark_table rule_table_marks = {texts, %zu, first, consumers, %zu,"
           " database, %zu};\n",
           table->count, table->consumer_most, size);
    return true;
}

static bool put_all(struct error *err)
{
    CLEANUP(cleanup_rules) struct rules *rules = rules_read_built_in(err);

    if (!rules)
        return false;
    puts("/* made by generate.c */\n#include \"rules.h\"");
    put_rules(rules);
    put_marks(rules->table);
    return put_database(rules->table, err);
}

int main(void)
{
    return generate("generate", put_all);
}
