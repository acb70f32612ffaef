/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "elf_builder.h"

#define MOST (16 * MIB)
#define BLOCK 65535

static const struct elf_kind little = {true, false};

/* zlib's frame (RFC 1950) around stored blocks (RFC 1951, 3.2.4). */
static void store(struct span text, struct strbuf *out)
{
    const struct elf_kind big = {true, true};
    uint32_t a = 1;
    uint32_t b = 0;

    strbuf_add(out, "\x78\x01", 2);
    for (size_t at = 0; at == 0 || at < text.len; at += BLOCK) {
        struct span piece = span_head(span_skip(text, at), BLOCK);

        strbuf_add_byte(out, at + BLOCK >= text.len);
        elf_add(out, little, piece.len, 2);
        elf_add(out, little, ~(uint64_t)piece.len, 2);
        strbuf_add_span(out, piece);
    }
    for (size_t i = 0; i < text.len; i++) {
        a = (a + (unsigned char)text.data[i]) % 65521;
        b = (b + a) % 65521;
    }
    elf_add(out, big, (uint64_t)b << 16 | a, 4);
}

static void make_program(struct span section, struct strbuf *out)
{
    const struct made_elf made = {
        .kind = little,
        .type = 2,
        .segment_count = 1,
        .segments = {{1, 5, 0x400000, SPAN_LITERAL("text")}},
        .section_count = 1,
        .sections = {{".dep-v0", 1, section, 0}},
    };

    elf_make(&made, out);
}

/* The section's bytes, as the only file of an image; packages and the first warning. */
static void run(struct span section, struct findings *f)
{
    STRBUF_AUTO(file, 2 * MOST);
    make_program(section, &file);
    struct sample samples[] = {{"opt/x", 0, file.data, file.len}};
    CATALOG(f, &rust_cataloger, samples);
    findings_finish(f);
}

static void run_json(struct span text, struct findings *f)
{
    STRBUF_AUTO(section, MOST);
    store(text, &section);
    run(strbuf_span(&section), f);
}

static void expect_warning(const struct findings *f, const char *expected)
{
    assert_int_equal(json_array_size(f->warnings), 1);
    CLEANUP(cleanup_free) char *text = warning_text(f, 0);
    assert_string_equal(text, expected);
}

static void lists_what_is_part_of_the_program(void **state)
{
    struct findings f;

    (void)state;
    run_json(SPAN_LITERAL("{\"packages\":["
                          "{\"name\":\"a\",\"version\":\"1.0.0\",\"source\":\"crates.io\"},"
                          "{\"name\":\"b\",\"version\":\"2.0.0\",\"source\":\"git\","
                          "\"dependencies\":[0]},"
                          "{\"name\":\"cc\",\"version\":\"3.0.0\",\"kind\":\"build\"},"
                          "{\"name\":\"x\",\"version\":\"0.1.0\",\"source\":\"local\","
                          "\"root\":true,\"dependencies\":[1,2,-1,9,\"0\"]}]}"),
             &f);
    assert_int_equal(json_array_size(f.packages), 3);
    assert_int_equal(json_array_size(f.warnings), 0);
    const json_t *a = package_named(&f, "a");
    const json_t *b = package_named(&f, "b");
    const json_t *x = package_named(&f, "x");
    assert_json(json_object_get(a, "requested"), "false");
    assert_json(json_object_get(a, "origin"), "null");
    assert_json(json_object_get(b, "requested"), "true");
    assert_json(json_object_get(b, "origin"), "{'source':'git'}");
    assert_json(json_object_get(b, "depends"), "['a@1.0.0']");
    assert_json(json_object_get(x, "requested"), "true");
    assert_json(json_object_get(x, "depends"), "['b@2.0.0']");
    assert_json(json_object_get(x, "purl"), "'pkg:cargo/x@0.1.0'");
    findings_release(&f);
}

static void says_what_cannot_be_read(void **state)
{
    static const char damaged[] =
        "malformed /opt/x: its section .dep-v0 is not compressed JSON, or too large";
    struct findings f;

    (void)state;
    STRBUF_AUTO(whole, MOST);
    store(SPAN_LITERAL("{\"packages\":[{\"name\":\"a\",\"version\":\"1\"}]}"), &whole);
    for (size_t length = 1; length < whole.len; length += 6) {
        run(span_head(strbuf_span(&whole), length), &f);
        assert_int_equal(json_array_size(f.packages), 0);
        expect_warning(&f, damaged);
        findings_release(&f);
    }
    /* What stands behind the stream is not looked at; a wrong checksum is. */
    strbuf_add_string(&whole, "padding");
    run(strbuf_span(&whole), &f);
    assert_int_equal(json_array_size(f.packages), 1);
    findings_release(&f);
    whole.data[whole.len - sizeof "padding"] ^= 1;
    run(strbuf_span(&whole), &f);
    expect_warning(&f, damaged);
    findings_release(&f);
    run_json(SPAN_LITERAL("{\"packages\":{}}"), &f);
    assert_int_equal(json_array_size(f.warnings), 1);
    findings_release(&f);
    run_json(SPAN_LITERAL("{\"packages\":[{\"name\":\"a\"}]}"), &f);
    expect_warning(&f, "malformed /opt/x: a package without a version");
    findings_release(&f);
}

static void inflates_up_to_the_limit(void **state)
{
    struct findings f;

    (void)state;
    STRBUF_AUTO(text, MOST);
    strbuf_add_string(&text, "{\"packages\":[{\"name\":\"a\",\"version\":\"1\"}]}");
    while (text.len < LIMIT_RUST_AUDIT)
        strbuf_add_byte(&text, ' ');
    run_json(strbuf_span(&text), &f);
    assert_int_equal(json_array_size(f.packages), 1);
    findings_release(&f);
    strbuf_add_byte(&text, ' ');
    run_json(strbuf_span(&text), &f);
    expect_warning(&f,
                   "malformed /opt/x: its section .dep-v0 is not compressed JSON, or too large");
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_what_is_part_of_the_program),
        cmocka_unit_test(says_what_cannot_be_read),
        cmocka_unit_test(inflates_up_to_the_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
