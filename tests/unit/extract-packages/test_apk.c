/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"

#define INSTALLED "lib/apk/db/installed"

static void reads_every_field_that_is_kept(void **state)
{
    struct sample samples[] = {
        {INSTALLED, 3,
         "C:Q1zwvKMnYs1b6ZdPTBJ0Z7D5P3jyA=\nP:musl-utils\nV:1.2.4-r2\nA:x86_64\nS:1\n"
         "L:MIT AND BSD-2-Clause\no:musl\nD:scanelf so:libc.musl-x86_64.so.1  !old\n"
         "p:libc-utils=0.7 cmd:ldd=1.2.4-r2\nr:libiconv\nF:sbin\nR:ldconfig\na:0:0:755\n"
         "Z:Q1Kja2+POZKxEkUOZqwSjC6kmaED4=\n\n"
         "P:bare\nV:0\n",
         0}};
    struct findings f;

    CATALOG(&f, &apk_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_array_size(f.warnings), 0);
    json_t *package = package_named(&f, "musl-utils");
    json_object_del(package, "purl");
    assert_json(package,
                "{'arch':'x86_64','depends':['scanelf','so:libc.musl-x86_64.so.1','!old'],"
                "'installer':null,'layer':3,'licenses':['MIT AND BSD-2-Clause'],"
                "'location':'/lib/apk/db/installed','name':'musl-utils','origin':null,'owner':null,"
                "'provides':['libc-utils=0.7','cmd:ldd=1.2.4-r2'],'replaces':['libiconv'],"
                "'requested':null,'source_package':{'name':'musl','version':'1.2.4-r2'},"
                "'type':'apk','version':'1.2.4-r2'}");
    json_t *bare = package_named(&f, "bare");
    assert_json(json_object_get(bare, "source_package"), "null");
    assert_json(json_object_get(bare, "arch"), "null");
    assert_json(json_object_get(bare, "licenses"), "[]");
    findings_release(&f);
}

static void expect(const char *text, size_t size, size_t packages, size_t warnings)
{
    struct sample samples[] = {{INSTALLED, 0, text, size}};
    struct findings f;

    CATALOG(&f, &apk_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), packages);
    assert_int_equal(json_array_size(f.warnings), warnings);
    findings_release(&f);
}

static void reads_any_bytes(void **state)
{
    static const char nuls[] = "P:a\0b\nV:1\n\n\0\0\nP:b\nV:\xff\n:\n1:2\n";

    expect("", 0, 0, 0);
    expect("\n\n\n", 0, 0, 0);
    expect("P:a\r\nV:1\r\n\r\nP:b\r\nV:2", 0, 2, 0);
    expect("P:a\n\nV:1\n\nP:b\nV:2\n", 0, 1, 2);
    expect("asdf\n\nyolo", 0, 0, 2);
    expect("P:a\nV:1\n\nP:a\nV:1\n", 0, 1, 0);
    /* A name with a NUL; a stanza with three lines that are no fields, reported once. */
    expect(nuls, sizeof nuls - 1, 1, 2);
}

static void knows_all_places_and_counts_once(void **state)
{
    struct sample samples[] = {{INSTALLED, 0, "P:a\nV:1\n", 0},
                               {"usr/lib/apk/db/installed", 0, "P:a\nV:1\n\nP:b\nV:1\n", 0},
                               {"var/lib/apk/db/installed", 0, "P:c\nV:1\n", 0},
                               {"srv/lib/apk/db/installed", 0, "P:d\nV:1\n", 0}};
    struct findings f;

    CATALOG(&f, &apk_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    findings_release(&f);
}

static void finds_the_layer_of_each(void **state)
{
    struct sample samples[] = {{INSTALLED, 0, "P:a\nV:1\n\nP:b\nV:1\n", 0},
                               {INSTALLED, 1, "P:a\nV:1\n\nP:b\nV:2\n", 0}};
    struct findings f;

    CATALOG(&f, &apk_cataloger, samples);
    assert_int_equal(json_in_int_or(package_named(&f, "a"), "layer", -1), 0);
    assert_int_equal(json_in_int_or(package_named(&f, "b"), "layer", -1), 1);
    findings_release(&f);
}

static void add_found(struct findings *f, const char *name, const char *path)
{
    struct file_facts from = {.path = span_string(path)};

    findings_add_package(f, "pypi", span_string(name), SPAN_LITERAL("1"), span_of(NULL, 0), &from);
}

static void names_the_owner_of_files(void **state)
{
    struct sample samples[] = {{INSTALLED, 0,
                                "P:a\nV:1\nR:rooted\nF:usr/lib\nR:one\na:0:0:755\nR:two\n"
                                "F:\nR:at-root\n\nP:b\nV:1\nF:usr/lib\nR:three\n\n"
                                "P:no-version\nF:usr\nR:four\n",
                                0}};
    static const struct {
        const char *path;
        const char *owner;
    } files[] = {
        {"rooted", "a"},        {"usr/lib/one", "a"}, {"usr/lib/two", "a"}, {"at-root", "a"},
        {"usr/lib/three", "b"}, {"usr/four", NULL},   {"usr/lib", NULL},
    };
    struct findings f;

    CATALOG(&f, &apk_cataloger, samples);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        add_found(&f, files[i].path, files[i].path);
    findings_finish(&f);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *owner = json_in_string_or(package_named(&f, files[i].path), "owner", "none");

        assert_string_equal(owner, files[i].owner ? files[i].owner : "none");
    }
    findings_release(&f);
}

static void tells_what_was_asked_for(void **state)
{
    struct sample samples[] = {
        {INSTALLED, 0, "P:a\nV:1\n\nP:b\nV:1\n\nP:c\nV:1\n\nP:d\nV:1\n\nP:e\nV:1\n", 0},
        {"etc/apk/world", 0, "a\nb>=1.2\n!c d@edge\n\n", 0},
    };
    struct findings f;

    CATALOG(&f, &apk_cataloger, samples);
    for (const char *name = "abcde"; *name; name++) {
        char text[] = {*name, '\0'};

        assert_int_equal(json_is_true(json_object_get(package_named(&f, text), "requested")),
                         strchr("abd", *name) != NULL);
    }
    findings_release(&f);
}

static void reads_real_databases(void **state)
{
    static const struct {
        const char *path;
        size_t packages;
        size_t warnings;
    } cases[] = {{"apk/installed", 15, 0},
                 {"apk/single", 1, 0},
                 {"apk/different-arch", 1, 0},
                 {"apk/no-origin", 1, 0},
                 {"apk/invalid", 0, 2}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_free) char *text = read_shared(cases[i].path);
        SHARED_OR_SKIP(text);
        expect(text, 0, cases[i].packages, cases[i].warnings);
    }
}

/* As many files as one likes, each within its limit: what they have together is bounded as well. */
static void bounds_all_databases(void **state)
{
    STRBUF_AUTO(first, 16 * MIB);
    STRBUF_AUTO(second, 16 * MIB);
    struct findings f;

    (void)state;
    for (int i = 0; i < LIMIT_DATABASE_PACKAGES - 1; i++)
        strbuf_addf(&first, "P:a%d\nV:1\n\n", i);
    strbuf_add_string(&second, "P:b\nV:1\n\nP:c\nV:1\n\nP:d\nV:1\n\n");
    struct sample samples[] = {{"lib/apk/db/installed", 0, first.data, first.len},
                               {"usr/lib/apk/db/installed", 0, second.data, second.len}};
    CATALOG(&f, &apk_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), LIMIT_DATABASE_PACKAGES);
    CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
    assert_string_equal(text, "too-many-packages /usr/lib/apk/db/installed: 2 packages beyond the "
                              "200000 that are read of all databases of its kind");
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_field_that_is_kept),
        cmocka_unit_test(reads_any_bytes),
        cmocka_unit_test(knows_all_places_and_counts_once),
        cmocka_unit_test(finds_the_layer_of_each),
        cmocka_unit_test(names_the_owner_of_files),
        cmocka_unit_test(tells_what_was_asked_for),
        cmocka_unit_test(reads_real_databases),
        cmocka_unit_test(bounds_all_databases),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
