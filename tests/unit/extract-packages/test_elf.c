/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogers/elf_versions.h"
#include "elf_builder.h"

static const struct elf_kind kinds[] = {{true, false}, {false, false}, {true, true}, {false, true}};

#define MOST (64 * MIB)

static void reads_every_class_and_byte_order(void **state)
{
    (void)state;
    STRBUF_AUTO(file, MOST);
    for (size_t i = 0; i < 4; i++) {
        const struct made_elf made = {
            .kind = kinds[i],
            .type = 2,
            .segment_count = 2,
            .segments = {{1, 5, 0x400000, SPAN_LITERAL("text")},
                         {1, 6, 0x500000, SPAN_LITERAL("data!")}},
            .section_count = 3,
            .sections = {{".data", 1, {0}, 2},
                         {".gone", ELF_SECTION_NOBITS, SPAN_LITERAL("x"), 0},
                         {".note", 7, SPAN_LITERAL("note"), 0}},
        };
        struct elf elf;
        struct elf_segment segment;
        struct elf_section section;
        struct span bytes;
        uint64_t offset;
        uint64_t left;

        elf_make(&made, &file);
        assert_true(elf_open(&elf, strbuf_span(&file), file.len));
        assert_int_equal(elf.type, ELF_EXECUTABLE);
        assert_int_equal(elf.segment_count, 2);
        assert_int_equal(elf.section_count, 4);
        assert_true(elf_segment(&elf, 1, &segment));
        assert_int_equal(segment.type, ELF_SEGMENT_LOAD);
        assert_int_equal(segment.flags, 6);
        assert_int_equal(segment.address, 0x500000);
        assert_int_equal(segment.file_size, 5);
        assert_false(elf_segment(&elf, 2, &segment));
        assert_true(elf_find_section(&elf, ".note", &section));
        assert_int_equal(section.type, 7);
        assert_true(elf_bytes(&elf, section.offset, section.size, &bytes));
        assert_true(span_equal_string(bytes, "note"));
        assert_true(elf_find_section(&elf, ".data", &section));
        assert_false(elf_find_section(&elf, ".gone", &section));
        assert_false(elf_find_section(&elf, ".not", &section));
        assert_true(elf_locate(&elf, 0x500002, &offset, &left));
        assert_int_equal(left, 3);
        assert_true(elf_bytes(&elf, offset, left, &bytes));
        assert_true(span_equal_string(bytes, "ta!"));
        assert_false(elf_locate(&elf, 0x500005, &offset, &left));
        assert_false(elf.lacking);
    }
}

static void never_reads_what_is_not_there(void **state)
{
    struct elf elf;
    struct span bytes;

    (void)state;
    STRBUF_AUTO(file, MOST);
    const struct made_elf made = {.kind = {true, false},
                                  .segment_count = 1,
                                  .segments = {{1, 5, 0, SPAN_LITERAL("text")}}};
    elf_make(&made, &file);
    assert_true(elf_open(&elf, strbuf_span(&file), file.len));
    assert_true(elf_bytes(&elf, file.len, 0, &bytes));
    assert_false(elf_bytes(&elf, file.len, 1, &bytes));
    assert_false(elf_bytes(&elf, 1, UINT64_MAX, &bytes));
    assert_false(elf_bytes(&elf, UINT64_MAX, 1, &bytes));
    assert_false(elf.lacking);
    for (size_t length = 0; length < 64; length++)
        assert_false(elf_open(&elf, span_head(strbuf_span(&file), length), length));
    file.data[4] = 3;
    assert_false(elf_open(&elf, strbuf_span(&file), file.len));
    file.data[4] = 1;
    file.data[5] = 0;
    assert_false(elf_open(&elf, strbuf_span(&file), file.len));
}

/* e_phnum 0xffff, e_shnum 0 and e_shstrndx 0xffff: the first section tells (gabi, "ELF Header"). */
static void counts_that_do_not_fit_in_the_header(void **state)
{
    struct elf elf;
    struct elf_section section;

    (void)state;
    STRBUF_AUTO(file, MOST);
    const struct made_elf made = {
        .kind = {true, false},
        .segment_count = 1,
        .segments = {{1, 5, 0, SPAN_LITERAL("text")}},
        .section_count = 1,
        .sections = {{".data", 1, {0}, 1}},
    };
    elf_make(&made, &file);
    assert_true(elf_open(&elf, strbuf_span(&file), file.len));
    char *first = file.data + elf.sections_at;
    memcpy(file.data + 56, "\xff\xff", 2);
    memcpy(file.data + 60, "\0\0", 2);
    memcpy(file.data + 62, "\xff\xff", 2);
    first[32] = 2;
    first[40] = 1;
    first[44] = 1;
    assert_true(elf_open(&elf, strbuf_span(&file), file.len));
    assert_int_equal(elf.segment_count, 1);
    assert_int_equal(elf.section_count, 2);
    assert_int_equal(elf.names_index, 1);
    assert_true(elf_find_section(&elf, ".shstrtab", &section));
}

/* ---- parts ---- */

static bool plan_two_parts(struct span head, uint64_t size, struct file_parts *ret)
{
    (void)head;
    (void)size;
    *ret = (struct file_parts){.count = 2, .items = {{0, 64}, {100, 10}}};
    return true;
}

static void says_what_is_lacking(void **state)
{
    struct wanted_file file = {.size = 1000};
    struct file_parts parts;
    struct span bytes;
    struct elf elf;

    (void)state;
    STRBUF_AUTO(text, MOST);
    const struct made_elf made = {.kind = {true, false}, .padding = 900};
    elf_make(&made, &text);
    memcpy(text.data + 104, "abc\0def", 7);
    file.bytes = span_head(strbuf_span(&text), 110);
    assert_true(elf_open_planned(&elf, &file, plan_two_parts, &parts));
    assert_true(elf_bytes(&elf, 100, 10, &bytes));
    assert_false(elf_bytes(&elf, 1000, 1, &bytes));
    assert_true(elf_string(&elf, 104, 100, &bytes));
    assert_true(span_equal_string(bytes, "abc"));
    assert_false(elf.lacking);
    assert_false(elf_string(&elf, 108, 1, &bytes));
    assert_false(elf.lacking);
    assert_false(elf_string(&elf, 108, 100, &bytes));
    assert_true(elf.lacking);
    elf.lacking = false;
    assert_false(elf_bytes(&elf, 64, 1, &bytes));
    assert_true(elf.lacking);
    elf.lacking = false;
    assert_false(elf_bytes(&elf, 500, 1, &bytes));
    assert_true(elf.lacking);
    file.complete = true;
    file.bytes = strbuf_span(&text);
    assert_true(elf_open_planned(&elf, &file, plan_two_parts, &parts));
    assert_true(elf_bytes(&elf, 64, 1, &bytes));
}

/* ---- versions ---- */

static void expect_versions(struct span file, const char *expected, const char *problem)
{
    struct elf_versions versions;
    struct span name;
    struct elf elf;

    STRBUF_AUTO(names, 1 * KIB);
    assert_true(elf_open(&elf, file, file.len));
    if (elf_versions_begin(&versions, &elf))
        while (elf_versions_next(&versions, &name)) {
            strbuf_add_span(&names, name);
            strbuf_add_byte(&names, ' ');
        }
    assert_string_equal(names.data, expected);
    assert_string_equal(versions.problem ? versions.problem : "", problem);
}

static void lists_the_versions_of_a_library(void **state)
{
    static const char *const two[] = {"MADE_1.0", "MADE_1.1"};

    (void)state;
    STRBUF_AUTO(file, MOST);
    for (size_t i = 0; i < 4; i++) {
        elf_make_library(kinds[i], two, 2, 0, &file);
        expect_versions(strbuf_span(&file), "MADE_1.0 MADE_1.1 ", "");
        elf_make_library(kinds[i], two, 0, 0, &file);
        expect_versions(strbuf_span(&file), "", "");
    }
}

#define LOAD_AT 176 /* after the header and two segments */

static void does_not_follow_definitions_out_of_the_file(void **state)
{
    static const char *const two[] = {"MADE_1.0", "MADE_1.1"};

    (void)state;
    STRBUF_AUTO(file, MOST);
    elf_make_library(kinds[0], two, 2, 0, &file);
    /* vd_next of the first, then vd_aux of the second, then vda_name of it. */
    file.data[LOAD_AT + 18] = 1;
    expect_versions(strbuf_span(&file), "", "a version definition lies outside of the file");
    file.data[LOAD_AT + 18] = 0;
    file.data[LOAD_AT + 28 + 14] = 1;
    expect_versions(strbuf_span(&file), "", "the name of a version lies outside of the file");
    file.data[LOAD_AT + 28 + 14] = 0;
    file.data[LOAD_AT + 28 + 21] = 1;
    expect_versions(strbuf_span(&file), "", "the name of a version has no end");
    file.data[LOAD_AT + 28 + 21] = 0;
    /* A definition that leads to itself: as many as the count says. */
    file.data[LOAD_AT + 28 + 16] = 0;
    expect_versions(strbuf_span(&file), "MADE_1.0 ", "");
}

static void too_many_definitions_and_too_long_a_name(void **state)
{
    static char long_name[2048];
    const char *const one[] = {long_name};

    (void)state;
    STRBUF_AUTO(file, MOST);
    memset(long_name, 'x', sizeof long_name - 1);
    elf_make_library(kinds[0], one, 1, 0, &file);
    expect_versions(strbuf_span(&file), "", "the name of a version has no end");
    long_name[LIMIT_PACKAGE_NAME] = '\0';
    elf_make_library(kinds[0], one, 1, 0, &file);
    STRBUF_AUTO(expected, 2 * KIB);
    strbuf_addf(&expected, "%s ", long_name);
    struct elf elf;
    struct elf_versions versions;
    struct span name;
    assert_true(elf_open(&elf, strbuf_span(&file), file.len));
    assert_true(elf_versions_begin(&versions, &elf));
    assert_true(elf_versions_next(&versions, &name));
    assert_int_equal(name.len, LIMIT_PACKAGE_NAME);
    /* The count stands in the fourth entry of the dynamic section, at the end of the segments. */
    struct elf_segment dynamic;
    assert_true(elf_segment(&elf, 1, &dynamic));
    file.data[dynamic.offset + 3 * 16 + 8 + 2] = 1;
    expect_versions(strbuf_span(&file), "",
                    "it defines more versions than are read of one library");
    file.data[dynamic.offset + 2 * 16 + 8 + 6] = 1;
    expect_versions(strbuf_span(&file), "", "its version definitions lie outside of the file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_class_and_byte_order),
        cmocka_unit_test(never_reads_what_is_not_there),
        cmocka_unit_test(counts_that_do_not_fit_in_the_header),
        cmocka_unit_test(says_what_is_lacking),
        cmocka_unit_test(lists_the_versions_of_a_library),
        cmocka_unit_test(does_not_follow_definitions_out_of_the_file),
        cmocka_unit_test(too_many_definitions_and_too_long_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
