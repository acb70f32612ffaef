/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "catalogers/golang_build_info.h"
#include "elf_builder.h"
#include "json_in.h"

#define MOST (1 * MIB)
#define MAGIC SPAN_LITERAL("\xff Go buildinf:")
/* What frames the lines (cmd/go/internal/modload, infoStart and infoEnd). */
#define FRAME_START "0w\xaf\x0c\x92t\x08\x02"
#define FRAME_END "\xf9\x32\x43\x31\x86\x18\x20\x72"

static const struct elf_kind kinds[] = {{true, false}, {false, false}, {true, true}, {false, true}};

/* ---- programs ---- */

static void add_varint(struct strbuf *out, size_t value)
{
    for (; value >= 0x80; value >>= 7)
        strbuf_add_byte(out, (char)(value | 0x80));
    strbuf_add_byte(out, (char)value);
}

static void add_framed(struct strbuf *out, const char *lines)
{
    strbuf_add(out, FRAME_START FRAME_START, 16);
    strbuf_add_string(out, lines);
    strbuf_add(out, FRAME_END FRAME_END, 16);
}

/* Build information of Go 1.18 and later, at the second multiple of 16. */
static void add_inline(struct strbuf *out, const char *version, const char *lines)
{
    strbuf_add(out, "0123456789abcdef", 16);
    strbuf_add_span(out, MAGIC);
    strbuf_add(out, "\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 18);
    add_varint(out, strlen(version));
    strbuf_add_string(out, version);
    add_varint(out, strlen(lines) + 32);
    add_framed(out, lines);
}

/* Of Go before 1.18: pointers to strings that are pointers and lengths themselves. */
static void add_pointed(struct strbuf *out, struct elf_kind kind, const char *version,
                        const char *lines)
{
    size_t word = kind.is_64 ? 8 : 4;

    strbuf_add_span(out, MAGIC);
    strbuf_add_byte(out, (char)word);
    strbuf_add_byte(out, kind.is_big_endian);
    elf_add_word(out, kind, MADE_BASE + 32);
    elf_add_word(out, kind, MADE_BASE + 32 + 2 * word);
    strbuf_add(out, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32 - out->len);
    elf_add_word(out, kind, MADE_BASE + 32 + 4 * word);
    elf_add_word(out, kind, strlen(version));
    elf_add_word(out, kind, MADE_BASE + 32 + 4 * word + strlen(version));
    elf_add_word(out, kind, strlen(lines) + 32);
    strbuf_add_string(out, version);
    add_framed(out, lines);
}

/* With a section that names it, as the linker makes it, or stripped. */
static void make_program(struct elf_kind kind, struct span data, bool has_section,
                         struct strbuf *out)
{
    const struct made_elf made = {
        .kind = kind,
        .type = 2,
        .segment_count = 2,
        .segments = {{1, 5, 0x400000, SPAN_LITERAL("text")}, {1, 6, MADE_BASE, data}},
        .section_count = has_section,
        .sections = {{".go.buildinfo", 1, {0}, 2}},
    };

    elf_make(&made, out);
}

static void make_inline(const char *version, const char *lines, struct strbuf *out)
{
    STRBUF_AUTO(data, MOST);
    add_inline(&data, version, lines);
    make_program(kinds[0], strbuf_span(&data), true, out);
}

/* Each package as "NAME VERSION; ", in the order of the document. */
static char *names_of(const struct findings *f)
{
    json_t *package;
    size_t i;

    STRBUF_AUTO(text, MOST);
    json_array_foreach (f->packages, i, package)
        strbuf_addf(&text, "%s %s; ", json_in_string_or(package, "name", ""),
                    json_in_string_or(package, "version", ""));
    return strbuf_detach(&text);
}

static void expect(struct span program, const char *packages, const char *warning)
{
    struct sample samples[] = {{"opt/any name", 0, program.data, program.len}};
    struct findings f;

    CATALOG(&f, &golang_cataloger, samples);
    findings_finish(&f);
    CLEANUP(cleanup_free) char *names = names_of(&f);
    assert_string_equal(names, packages);
    assert_int_equal(json_array_size(f.warnings), *warning ? 1 : 0);
    if (*warning) {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
        assert_string_equal(text, warning);
    }
    findings_release(&f);
}

static void expect_of_lines(const char *lines, const char *packages)
{
    STRBUF_AUTO(file, MOST);
    make_inline("go1.22.1", lines, &file);
    expect(strbuf_span(&file), packages, "");
}

#define MALFORMED "malformed /opt/any name: its Go build information leads out of the file"

/* ---- tests ---- */

static void reads_both_formats(void **state)
{
    static const char lines[] = "path\texample.com/a/cmd/x\nmod\texample.com/a\tv1.0.0\th1:x=\n"
                                "dep\tgithub.com/b/c\tv0.3.0\th1:y=\n";
    static const char packages[] = "example.com/a v1.0.0; github.com/b/c v0.3.0; stdlib 1.17; ";

    (void)state;
    STRBUF_AUTO(file, MOST);
    for (size_t i = 0; i < 8; i++) {
        STRBUF_AUTO(inlined, MOST);
        STRBUF_AUTO(pointed, MOST);
        add_inline(&inlined, "go1.17", lines);
        make_program(kinds[i / 2], strbuf_span(&inlined), i % 2, &file);
        expect(strbuf_span(&file), packages, "");
        add_pointed(&pointed, kinds[i / 2], "go1.17", lines);
        make_program(kinds[i / 2], strbuf_span(&pointed), i % 2, &file);
        expect(strbuf_span(&file), packages, "");
    }
}

static void says_what_is_malformed(void **state)
{
    (void)state;
    STRBUF_AUTO(file, MOST);
    STRBUF_AUTO(data, MOST);
    add_inline(&data, "go1.22.1", "mod\ta\tv1\n");
    data.data[48] = '\x7f';
    make_program(kinds[0], strbuf_span(&data), true, &file);
    expect(strbuf_span(&file), "", MALFORMED);
    memset(data.data + 48, '\xff', 12);
    make_program(kinds[0], strbuf_span(&data), true, &file);
    expect(strbuf_span(&file), "", MALFORMED);
    strbuf_clear(&data);
    add_pointed(&data, kinds[0], "go1.15", "mod\ta\tv1\n");
    data.data[14] = 5;
    make_program(kinds[0], strbuf_span(&data), true, &file);
    expect(strbuf_span(&file), "", MALFORMED);
    data.data[14] = 8;
    data.data[16 + 7] = '\x7f';
    make_program(kinds[0], strbuf_span(&data), true, &file);
    expect(strbuf_span(&file), "", MALFORMED);
}

static void others_are_no_go_programs(void **state)
{
    (void)state;
    STRBUF_AUTO(file, MOST);
    make_program(kinds[0], SPAN_LITERAL("data"), false, &file);
    expect(strbuf_span(&file), "", "");
    expect(SPAN_LITERAL("\177ELF"), "", "");
    /* Built without modules; not framed; of a Go that has no number. */
    make_inline("go1.12", "", &file);
    expect(strbuf_span(&file), "stdlib 1.12; ", "");
    make_inline("devel +abcdef Mon Jan 1", "", &file);
    expect(strbuf_span(&file), "", "");
    make_inline("devel go1.23-abc Mon Jan 1", "", &file);
    expect(strbuf_span(&file), "stdlib 1.23-abc; ", "");
    make_inline("go1.22.1 X:boringcrypto", "", &file);
    expect(strbuf_span(&file), "stdlib 1.22.1; ", "");
}

static void takes_what_a_module_was_replaced_by(void **state)
{
    (void)state;
    expect_of_lines("mod\ta.b/m\tv1.0.0\t\ndep\ta.b/c\tv1.0.0\n=>\ta.b/fork\tv2.0.0\th1:x=\n"
                    "dep\ta.b/d\tv1.1.0\n=>\t./d\t(devel)\t\ndep\ta.b/e\tv1.2.0\th1:x=\n"
                    "dep\ta.b/f\tv1.3.0\n=>\n=>\ta.b/g\tv1\n",
                    "a.b/d v1.1.0; a.b/e v1.2.0; a.b/f v1.3.0; a.b/fork v2.0.0; a.b/m v1.0.0; "
                    "stdlib 1.22.1; ");
}

static void guesses_the_version_of_the_main_module(void **state)
{
    static const struct {
        const char *lines;
        const char *version;
    } cases[] = {
        {"", "(devel)"},
        {"build\t-ldflags=\"-s -w -X main.version=1.2.3\"\n", "v1.2.3"},
        {"build\t-ldflags=\"-X a.b/c.GitVersion=v1.2.3-rc.1+x -s\"\n", "v1.2.3-rc.1+x"},
        {"build\t-ldflags=\"-X a.tag=refs/tags/v1.2.3\"\n", "v1.2.3"},
        {"build\t-ldflags=\"-X a.version=dev -X b.buildVersion=0.4.0.\"\n", "v0.4.0"},
        {"build\t-ldflags=\"-X a.version=1.2 -X main.goversion=1.2.3\"\n", "(devel)"},
        {"build\t-ldflags=.tag=.tag=.tag=\n", "(devel)"},
        {"build\tvcs=git\nbuild\tvcs.revision=0123456789abcdef\n"
         "build\tvcs.time=2022-03-01T12:34:56Z\n",
         "v0.0.0-20220301123456-0123456789ab"},
        {"build\tvcs.revision=0123456789abcdef\nbuild\tvcs.time=yesterday\n", "(devel)"},
        {"build\tvcs.revision=../../x\nbuild\tvcs.time=2022-03-01T12:34:56Z\n", "(devel)"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(lines, 4 * KIB);
        STRBUF_AUTO(packages, 4 * KIB);
        strbuf_addf(&lines, "path\ta.b/m\nmod\ta.b/m\t(devel)\t\n%s", cases[i].lines);
        strbuf_addf(&packages, "a.b/m %s; stdlib 1.22.1; ", cases[i].version);
        expect_of_lines(lines.data, packages.data);
    }
    /* A version that Go knows is the version. */
    expect_of_lines("mod\ta.b/m\tv2.0.0\t\nbuild\t-ldflags=\"-X main.version=1.2.3\"\n",
                    "a.b/m v2.0.0; stdlib 1.22.1; ");
}

/* It took minutes when each value was looked for in all that follows. */
static void many_flags_without_a_version_end(void **state)
{
    (void)state;
    STRBUF_AUTO(lines, MOST);
    strbuf_add_string(&lines, "mod\ta.b/m\t(devel)\t\nbuild\t-ldflags=");
    while (lines.len < MOST - 4 * KIB)
        strbuf_add_string(&lines, ".tag=");
    strbuf_add_byte(&lines, '\n');
    expect_of_lines(lines.data, "a.b/m (devel); stdlib 1.22.1; ");
}

static void programs_without_a_main_module(void **state)
{
    (void)state;
    expect_of_lines("path\ta.b/m/cmd/x\ndep\ta.b/c\tv1.0.0\n",
                    "a.b/c v1.0.0; a.b/m/cmd/x (devel); stdlib 1.22.1; ");
    expect_of_lines("path\tcmd/vet\nbuild\t-compiler=gc\n", "stdlib 1.22.1; ");
    expect_of_lines("path\tcommand-line-arguments\nmod\tcommand-line-arguments\t(devel)\t\n"
                    "dep\ta.b/c\tv1.0.0\n",
                    "a.b/c v1.0.0; stdlib 1.22.1; ");
    /* Rows have a name and a version. */
    STRBUF_AUTO(file, MOST);
    make_inline("go1.22.1", "mod\ta.b/m\tv1\t\ndep\ta.b/c\t\n", &file);
    expect(strbuf_span(&file), "a.b/m v1; stdlib 1.22.1; ",
           "malformed /opt/any name: a package without a version");
}

static void one_program_under_two_names(void **state)
{
    struct findings f;

    (void)state;
    STRBUF_AUTO(one, MOST);
    STRBUF_AUTO(other, MOST);
    make_inline("go1.22.1", "path\ta.b/m\nmod\ta.b/m\tv1\t\ndep\ta.b/c\tv2\t\n", &one);
    make_inline("go1.22.1", "path\ta.b/m/x\nmod\ta.b/m\tv1\t\ndep\ta.b/c\tv2\t\n", &other);
    struct sample samples[] = {
        {"usr/bin/m", 0, one.data, one.len},
        {"opt/m", 0, one.data, one.len},
        {"usr/bin/x", 0, other.data, other.len},
        {"srv/m", 1, one.data, one.len},
    };
    CATALOG(&f, &golang_cataloger, samples);
    findings_finish(&f);
    assert_int_equal(json_array_size(f.packages), 9);
    for (size_t i = 3; i < 6; i++) {
        const json_t *package = json_array_get(f.packages, i);

        assert_string_equal(json_in_string_or(package, "name", ""), "a.b/m");
        if (i == 3) {
            assert_string_equal(json_in_string_or(package, "location", ""), "/opt/m");
            assert_json(json_object_get(package, "locations"), "['/opt/m','/usr/bin/m']");
            assert_json(json_object_get(package, "depends"), "['a.b/c@v2']");
            assert_json(json_object_get(package, "requested"), "true");
        } else {
            assert_null(json_object_get(package, "locations"));
        }
    }
    findings_release(&f);
}

/* What the plan leaves out is asked for when it proves to be needed. */
static void asks_for_the_rest_of_a_large_file(void **state)
{
    static char text[17 * MIB];
    struct file_parts parts;
    struct error err = {0};
    bool need_whole = false;

    (void)state;
    STRBUF_AUTO(file, 32 * MIB);
    STRBUF_AUTO(data, MOST);
    add_pointed(&data, kinds[0], "go1.15", "mod\ta.b/m\tv1\t\n");
    /* The strings lie in the text: move the data's address away from what points to it. */
    const struct made_elf made = {
        .kind = kinds[0],
        .type = 2,
        .segment_count = 3,
        .segments = {{1, 5, 0x4000000, span_of(text, sizeof text)},
                     {1, 4, MADE_BASE, strbuf_span(&data)},
                     {1, 6, 0x8000000, strbuf_span(&data)}},
    };
    elf_make(&made, &file);
    assert_true(golang_cataloger.plan(span_head(strbuf_span(&file), 4096), file.len, &parts));
    assert_false(parts.whole);
    struct wanted_file wanted = {.wanted = golang_cataloger.wanted,
                                 .path = SPAN_LITERAL("bin/m"),
                                 .bytes = strbuf_span(&file),
                                 .size = file.len,
                                 .need_whole = &need_whole};
    for (int pass = 0; pass < 2; pass++) {
        struct json_out facts;

        wanted.complete = pass == 1;
        json_out_init_buffer(&facts, MOST);
        assert_true(golang_cataloger.parse(&wanted, &facts, &err));
        assert_true(json_out_finish(&facts, &err));
        assert_int_equal(need_whole, pass == 0);
        assert_int_equal(span_equal_string(strbuf_span(&facts.buf), "null"), pass == 0);
        need_whole = false;
        json_out_release(&facts);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_both_formats),
        cmocka_unit_test(says_what_is_malformed),
        cmocka_unit_test(others_are_no_go_programs),
        cmocka_unit_test(takes_what_a_module_was_replaced_by),
        cmocka_unit_test(guesses_the_version_of_the_main_module),
        cmocka_unit_test(many_flags_without_a_version_end),
        cmocka_unit_test(programs_without_a_main_module),
        cmocka_unit_test(one_program_under_two_names),
        cmocka_unit_test(asks_for_the_rest_of_a_large_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
