/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are wanted for what they are (ELF) or for their first bytes, and what is held of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "layer_scan.h"

/* ---- a tar archive (POSIX ustar) ---- */

#define BLOCK 512

static void add_checksum(char *header)
{
    unsigned sum = 0;

    memset(header + 148, ' ', 8);
    for (size_t i = 0; i < BLOCK; i++)
        sum += (unsigned char)header[i];
    snprintf(header + 148, 8, "%06o", sum);
}

static void add_member(struct strbuf *tar, const char *path, char type, const char *target,
                       struct span data)
{
    static const char zeros[BLOCK];
    char header[BLOCK] = {0};

    snprintf(header, 100, "%s", path);
    snprintf(header + 100, 8, "%07o", 0755U);
    snprintf(header + 124, 12, "%011zo", data.len);
    header[156] = type;
    snprintf(header + 157, 100, "%s", target);
    memcpy(header + 257, "ustar\00000", 8);
    add_checksum(header);
    strbuf_add(tar, header, BLOCK);
    strbuf_add_span(tar, data);
    strbuf_add(tar, zeros, (BLOCK - data.len % BLOCK) % BLOCK);
}

/* ---- two catalogers ---- */

#define PART_AT 200000
#define PART_LENGTH 10

static bool plan_part(struct span head, uint64_t size, struct file_parts *ret)
{
    /* The fifth byte is the class of an ELF file. */
    if (head.data[4] == 0)
        return false;
    *ret = (struct file_parts){.count = 2, .items = {{0, 16}, {PART_AT, PART_LENGTH}}};
    ret->whole = size < PART_AT;
    return true;
}

/* [complete, length, a byte of the part, how many bytes are not zero] */
static bool parse_elf(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    size_t not_zero = 0;

    (void)err;
    if (file->bytes.data[4] == 'n') {
        json_out_null(facts);
        return true;
    }
    *file->need_whole = file->bytes.data[4] == 'w' && !file->complete;
    for (size_t i = 0; i < file->bytes.len; i++)
        not_zero += file->bytes.data[i] != 0;
    json_out_array(facts);
    json_out_bool(facts, file->complete);
    json_out_int(facts, (int64_t)file->bytes.len);
    json_out_int(facts, (int64_t)not_zero);
    json_out_end(facts);
    return true;
}

static bool parse_head(const struct wanted_file *file, struct json_out *facts, struct error *err)
{
    (void)err;
    json_out_string(facts, file->bytes);
    return true;
}

static const struct wanted any[] = {{"*", WANTED_ELF}};
static const struct wanted model[] = {{"*.model", WANTED_HEAD}};
static const struct cataloger elf = {.name = "elf",
                                     .wanted = any,
                                     .wanted_count = 1,
                                     .limit = 1 * MIB,
                                     .plan = plan_part,
                                     .parse = parse_elf};
static const struct cataloger head = {
    .name = "head", .wanted = model, .wanted_count = 1, .limit = 8, .parse = parse_head};

/* ---- the scan ---- */

struct scanned {
    struct wanted_list list;
    struct layer_facts facts;
    struct hold_budget budget;
};

static void scan(struct scanned *s, const struct strbuf *tar)
{
    static const struct cataloger *const all[] = {&elf, &head};
    const struct digest blob = {.bytes = {1}};
    struct error err = {0};

    *s = (struct scanned){0};
    hold_budget_init(&s->budget);
    wanted_list_add_catalogers(&s->list, all, 2);
    layer_facts_init(&s->facts, &blob);
    if (!layer_scan_take(stream_of_span(strbuf_span(tar)), "layer", LAYER_FORM_PLAIN, &s->list,
                         &s->budget, &s->facts, &err))
        fail_msg("%s", err.message);
    assert_int_equal(s->budget.left, LIMIT_HELD);
}

static void scanned_release(struct scanned *s)
{
    layer_facts_release(&s->facts);
    wanted_list_release(&s->list);
    hold_budget_release(&s->budget);
}

static const struct layer_file *file_at(const struct scanned *s, const char *path,
                                        const struct cataloger *cataloger)
{
    return layer_facts_find(&s->facts, span_string(path), cataloger);
}

static void assert_facts(const struct scanned *s, const char *path, const char *expected)
{
    const struct layer_file *file = file_at(s, path, &elf);

    assert_non_null(file);
    assert_string_equal(file->facts, expected);
}

/* An ELF file of size bytes, all 'x' but for the magic and the byte after it. */
static struct span elf_file(struct strbuf *buf, char fifth, size_t size)
{
    strbuf_add(buf, "\177ELF", 4);
    strbuf_add_byte(buf, fifth);
    while (buf->len < size)
        strbuf_add_byte(buf, 'x');
    return strbuf_span(buf);
}

static void test_only_elf_files_and_what_is_asked_for(void **state)
{
    struct scanned s;

    (void)state;
    STRBUF_AUTO(tar, 4 * MIB);
    STRBUF_AUTO(small, 1 * MIB);
    STRBUF_AUTO(large, 1 * MIB);
    STRBUF_AUTO(other, 1 * MIB);
    add_member(&tar, "bin/small", '0', "", elf_file(&small, 'y', 100));
    add_member(&tar, "bin/large", '0', "", elf_file(&large, 'y', 300000));
    add_member(&tar, "bin/other", '0', "", elf_file(&other, 'n', 100));
    add_member(&tar, "bin/text", '0', "",
               SPAN_LITERAL("no ELF file, though long enough to be "
                            "one: 52 bytes are the least"));
    add_member(&tar, "bin/empty", '0', "", span_of("", 0));
    add_member(&tar, "bin/link", '1', "bin/large", span_of("", 0));
    add_member(&tar, "bin/text-link", '1', "bin/text", span_of("", 0));
    scan(&s, &tar);
    assert_facts(&s, "bin/small", "[true,100,100]");
    assert_facts(&s, "bin/large", "[false,200010,26]");
    assert_null(file_at(&s, "bin/other", &elf));
    assert_null(file_at(&s, "bin/text", &elf));
    assert_int_equal(s.facts.file_count, 2);
    assert_int_equal(s.facts.link_count, 1);
    assert_string_equal(s.facts.links[0].path, "bin/link");
    scanned_release(&s);
}

static void test_all_of_it_is_needed_after_all(void **state)
{
    struct scanned s;

    (void)state;
    STRBUF_AUTO(tar, 8 * MIB);
    STRBUF_AUTO(large, 8 * MIB);
    STRBUF_AUTO(huge, 8 * MIB);
    add_member(&tar, "large", '0', "", elf_file(&large, 'w', 300000));
    add_member(&tar, "huge", '0', "", elf_file(&huge, 'w', 2 * MIB));
    scan(&s, &tar);
    assert_true(file_at(&s, "large", &elf)->incomplete);
    assert_false(file_at(&s, "huge", &elf)->incomplete);
    assert_string_equal(file_at(&s, "huge", &elf)->problem_code, "too-large");
    scanned_release(&s);
}

static void test_first_bytes(void **state)
{
    struct scanned s;

    (void)state;
    STRBUF_AUTO(tar, 1 * MIB);
    add_member(&tar, "a.model", '0', "", SPAN_LITERAL("0123456789"));
    add_member(&tar, "b.model", '0', "", SPAN_LITERAL("01"));
    scan(&s, &tar);
    assert_string_equal(file_at(&s, "a.model", &head)->facts, "\"01234567\"");
    assert_string_equal(file_at(&s, "b.model", &head)->facts, "\"01\"");
    scanned_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_elf_files_and_what_is_asked_for),
        cmocka_unit_test(test_all_of_it_is_needed_after_all),
        cmocka_unit_test(test_first_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
