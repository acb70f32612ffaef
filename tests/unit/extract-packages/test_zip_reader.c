/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "zip_builder.h"
#include "zip_reader.h"

#define TEXT "some text, some text, some text, some text, some text, some text"

/* "name=content;" of each member, or "name!message;", and "!message" where it ends early. */
static void list(struct span bytes, struct zip_budget *budget, uint64_t most, struct strbuf *out)
{
    struct error err = {0};
    struct zip zip;
    struct zip_member member;

    if (!zip_open(bytes, budget, &zip, &err)) {
        strbuf_addf(out, "!%s", err.message);
        return;
    }
    while (zip_next(&zip, &member, &err)) {
        struct zip_content content = {0};
        struct error why = {0};

        strbuf_add_span(out, member.name);
        if (zip_read(&zip, &member, most, &content, &why))
            strbuf_addf(out, "=%.*s;", SPAN_ARG(content.bytes));
        else
            strbuf_addf(out, "!%s;", why.message);
        zip_content_release(&content);
    }
    if (error_is_set(&err))
        strbuf_addf(out, "!%s", err.message);
    assert_int_equal(budget->held, LIMIT_WANTED_FILE);
}

static void expect(struct span bytes, const char *expected)
{
    struct zip_budget budget = ZIP_BUDGET;

    STRBUF_AUTO(out, 64 * KIB);
    list(bytes, &budget, 1 * MIB, &out);
    assert_string_equal(out.data, expected);
}

/* One stored and one deflated member: a, and b at offset LOCAL_B with its entry at ENTRY_B. */
static struct span build(struct zip_builder *zip)
{
    zip_builder_init(zip);
    zip_builder_add(zip, "a", SPAN_LITERAL("one"), ZIP_STORED);
    zip_builder_add(zip, "b", SPAN_LITERAL(TEXT), ZIP_DEFLATED);
    return zip_builder_end(zip);
}

#define LOCAL_B 34
static size_t entry_b(struct span archive)
{
    return archive.len - 22 - 47;
}

static void reads_stored_and_deflated_members(void **state)
{
    struct zip_builder zip;

    expect(build(&zip), "a=one;b=" TEXT ";");
    zip_builder_release(&zip);
    zip_builder_init(&zip);
    zip_builder_add(&zip, "folder/", span_string(""), ZIP_STORED);
    zip_builder_add(&zip, "empty", span_string(""), ZIP_DEFLATED);
    expect(zip_builder_end(&zip), "folder/=;empty=;");
    zip_builder_release(&zip);
    zip_builder_init(&zip);
    expect(zip_builder_end(&zip), "");
    zip_builder_release(&zip);
}

static void finds_the_archive_in_a_file(void **state)
{
    struct zip_builder zip;
    struct span archive = build(&zip);

    /* A comment, also one that looks like an end of its own, and bytes that no length tells of. */
    zip_builder_put(archive, archive.len - 2, 30, 2);
    strbuf_add_string(&zip.file, "PK\5\6");
    strbuf_add(&zip.file, "\0\0\0\0\1\0\1\0\x30\0\0\0\0\0\0\0\0\0........", 26);
    strbuf_add_string(&zip.file, "\n\n");
    expect(strbuf_span(&zip.file), "a=one;b=" TEXT ";");
    zip_builder_release(&zip);

    /* Bytes before it, with offsets that count from the archive (jmod) or from the file. */
    for (int counted = 0; counted < 2; counted++) {
        zip_builder_init(&zip);
        zip_builder_prefix(&zip, SPAN_LITERAL("#!/bin/sh\nexec java -jar \"$0\" \"$@\"\n"));
        if (counted)
            zip.base = 0;
        zip_builder_add(&zip, "a", SPAN_LITERAL("one"), ZIP_STORED);
        expect(zip_builder_end(&zip), "a=one;");
        zip_builder_release(&zip);
    }
}

static void reads_zip64(void **state)
{
    for (int prefixed = 0; prefixed < 2; prefixed++) {
        struct zip_builder zip;

        zip_builder_init(&zip);
        if (prefixed)
            zip_builder_prefix(&zip, SPAN_LITERAL("prefix"));
        zip_builder_add(&zip, "a", SPAN_LITERAL("one"), ZIP_STORED);
        expect(zip_builder_end64(&zip), "a=one;");
        zip_builder_release(&zip);
    }
}

/* Entries whose sizes and offset did not fit into 32 bits: here they would have. */
static void reads_zip64_extra_fields(void **state)
{
    static const char extra[] = "\x99\x99\2\0..\1\0\x18\0\3\0\0\0\0\0\0\0\3\0\0\0\0\0\0\0"
                                "\0\0\0\0\0\0\0\0";
    size_t length = sizeof extra - 1;
    struct zip_builder zip;
    struct span archive;

    for (int cut = 0; cut < 2; cut++) {
        zip_builder_init(&zip);
        zip_builder_add(&zip, "a", SPAN_LITERAL("one"), ZIP_STORED);
        strbuf_add(&zip.directory, extra, length);
        archive = zip_builder_end(&zip);
        size_t entry = archive.len - 22 - 47 - length;
        zip_builder_put(archive, entry + 20, 0xffffffff, 4);
        zip_builder_put(archive, entry + 24, 0xffffffff, 4);
        zip_builder_put(archive, entry + 42, 0xffffffff, 4);
        zip_builder_put(archive, entry + 30, length, 2);
        if (cut)
            zip_builder_put(archive, entry + 47 + 8, 16, 2);
        expect(archive, cut ? "!the zip archive's directory is damaged" : "a=one;");
        zip_builder_release(&zip);
    }
}

static void believes_the_directory_alone(void **state)
{
    struct zip_builder zip;
    struct span archive = build(&zip);

    /* Of b's local header: flags, method, checksum, sizes, name. */
    zip_builder_put(archive, LOCAL_B + 6, 0xffff, 2);
    zip_builder_put(archive, LOCAL_B + 8, 99, 2);
    zip_builder_put(archive, LOCAL_B + 14, 0, 4);
    zip_builder_put(archive, LOCAL_B + 18, 0xfffffff0, 4);
    zip_builder_put(archive, LOCAL_B + 22, 0xfffffff0, 4);
    zip_builder_put(archive, LOCAL_B + 30, 'x', 1);
    expect(archive, "a=one;b=" TEXT ";");
    zip_builder_release(&zip);
}

static void says_what_is_wrong_with_a_member(void **state)
{
    static const struct {
        size_t offset; /* in b's entry */
        uint64_t value;
        size_t size;
        const char *expected;
    } cases[] = {
        {8, 1, 2, "a=one;b!member 'b' is encrypted;"},
        {8, 0x40, 2, "a=one;b!member 'b' is encrypted;"},
        {10, 12, 2, "a=one;b!member 'b' is compressed by an unknown method;"},
        {10, 0, 2, "a=one;b!member 'b' is stored with two different sizes;"},
        {16, 1, 4, "a=one;b!member 'b' has a wrong checksum;"},
        {20, 5, 4, "a=one;b!member 'b' cannot be inflated;"},
        {20, 0xfffffff0, 4, "a=one;b!member 'b' is not where the directory says;"},
        {24, sizeof TEXT, 4, "a=one;b!member 'b' cannot be inflated;"},
        {24, sizeof TEXT - 2, 4, "a=one;b!member 'b' cannot be inflated;"},
        {24, 0, 4, "a=one;b!member 'b' cannot be inflated;"},
        {24, 900000, 4, "a=one;b!member 'b' has an impossible size;"},
        {24, 0xfffffff0, 4, "a=one;b!member 'b' has 4294967280 bytes, more than is read;"},
        {42, 1, 4, "a=one;b!member 'b' is not where the directory says;"},
        {42, 0xfffffff0, 4, "a=one;b!member 'b' is not where the directory says;"},
        {0, 1, 1, "a=one;!the zip archive's directory is damaged"},
        {28, 0, 2, "a=one;!the zip archive's directory is damaged"},
        {28, 2, 2, "a=one;!the zip archive's directory is damaged"},
        {30, 0xffff, 2, "a=one;!the zip archive's directory is damaged"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct zip_builder zip;
        struct span archive = build(&zip);

        zip_builder_put(archive, entry_b(archive) + cases[i].offset, cases[i].value, cases[i].size);
        expect(archive, cases[i].expected);
        zip_builder_release(&zip);
    }
}

static void says_what_is_no_archive(void **state)
{
    static const char none[] = "!no zip archive, or one that is cut or damaged";
    struct zip_builder zip;
    struct span archive = build(&zip);

    expect(span_of(NULL, 0), none);
    expect(SPAN_LITERAL("PK\3\4"), none);
    for (size_t length = 0; length < archive.len; length++)
        expect(span_head(archive, length), none);
    /* A part of several, a directory beyond the end, and one that is none. */
    zip_builder_put(archive, archive.len - 18, 1, 2);
    expect(archive, none);
    zip_builder_put(archive, archive.len - 18, 0, 2);
    zip_builder_put(archive, archive.len - 10, 0xfffffff0, 4);
    expect(archive, none);
    zip_builder_put(archive, archive.len - 10, 3, 4);
    expect(archive, none);
    zip_builder_release(&zip);
}

static void keeps_within_its_budget(void **state)
{
    struct zip_builder zip;
    struct span archive = build(&zip);
    struct zip_budget budget = ZIP_BUDGET;

    STRBUF_AUTO(out, 64 * KIB);
    list(archive, &budget, 3, &out);
    assert_string_equal(out.data, "a=one;b!member 'b' has 64 bytes, more than is read;");
    assert_true(budget.spent);

    budget = ZIP_BUDGET;
    budget.bytes = 66;
    strbuf_clear(&out);
    list(archive, &budget, 100, &out);
    assert_string_equal(out.data, "a=one;b!member 'b' has 64 bytes, more than is read;");
    assert_true(budget.spent);

    budget = ZIP_BUDGET;
    budget.entries = 1;
    strbuf_clear(&out);
    list(archive, &budget, 100, &out);
    assert_string_equal(out.data, "a=one;!more than 1000000 members in the archive");
    assert_true(budget.spent);
    zip_builder_release(&zip);
}

static void holds_no_more_than_its_budget(void **state)
{
    struct zip_builder builder;
    struct span archive = build(&builder);
    struct zip_budget budget = ZIP_BUDGET;
    struct error err = {0};
    struct zip_content first;
    struct zip_content second;
    struct zip_member member;
    struct zip zip;

    budget.held = 100;
    assert_true(zip_open(archive, &budget, &zip, &err));
    assert_true(zip_next(&zip, &member, &err) && zip_next(&zip, &member, &err));
    assert_true(zip_read(&zip, &member, 1000, &first, &err));
    assert_false(zip_read(&zip, &member, 1000, &second, &err));
    assert_true(budget.spent);
    zip_content_release(&first);
    assert_true(zip_read(&zip, &member, 1000, &second, &err));
    zip_content_release(&second);
    assert_int_equal(budget.held, 100);
    zip_builder_release(&builder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_stored_and_deflated_members),
        cmocka_unit_test(finds_the_archive_in_a_file),
        cmocka_unit_test(reads_zip64),
        cmocka_unit_test(reads_zip64_extra_fields),
        cmocka_unit_test(believes_the_directory_alone),
        cmocka_unit_test(says_what_is_wrong_with_a_member),
        cmocka_unit_test(says_what_is_no_archive),
        cmocka_unit_test(keeps_within_its_budget),
        cmocka_unit_test(holds_no_more_than_its_budget),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
