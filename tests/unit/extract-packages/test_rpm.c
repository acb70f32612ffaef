/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Databases of rpm that no rpm writes: chains that lead back, places that overlap, counts that lie. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"
#include "xalloc.h"

#define PACKAGES "var/lib/rpm/Packages"
#define MANIFEST "var/lib/rpmmanifest/container-manifest-2"
#define PAGE ((size_t)512)

static void put32(char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char)(value >> (8 * i));
}

static void put16(char *at, uint16_t value)
{
    at[0] = (char)value;
    at[1] = (char)(value >> 8);
}

/* A header with the name "a", version and release "1": three tags, big-endian. */
static struct span small_header(void)
{
    static const char bytes[] = "\0\0\0\3\0\0\0\6"
                                "\0\0\3\xe8\0\0\0\6\0\0\0\0\0\0\0\1"
                                "\0\0\3\xe9\0\0\0\6\0\0\0\2\0\0\0\1"
                                "\0\0\3\xea\0\0\0\6\0\0\0\4\0\0\0\1"
                                "a\0"
                                "1\0"
                                "1\0";

    return span_of(bytes, sizeof bytes - 1);
}

static void expect(const char *path, const char *bytes, size_t size, size_t packages,
                   const char *warning)
{
    struct sample samples[] = {{path, 0, bytes, size}};
    struct findings f;

    CATALOG(&f, &rpm_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), packages);
    if (warning) {
        CLEANUP(cleanup_free) char *text = warning_text(&f, 0);
        assert_non_null(strstr(text, warning));
    } else {
        assert_int_equal(json_array_size(f.warnings), 0);
    }
    findings_release(&f);
}

/* ---- Berkeley DB: a page of its own, a hash page, and two of overflow that hold one header ---- */

#define HASH (1 * PAGE)
#define FIRST (2 * PAGE)
#define SECOND (3 * PAGE)
#define OFF_PAGE (HASH + PAGE - 5 - 12)

static void make_bdb(char db[static 4 * PAGE])
{
    struct span header = small_header();

    memset(db, 0, 4 * PAGE);
    put32(db + 12, 0x00061561);
    put32(db + 20, PAGE);
    db[25] = 8;
    db[HASH + 25] = 13;
    put16(db + HASH + 20, 2);
    put16(db + HASH + 26, PAGE - 5);
    put16(db + HASH + 28, PAGE - 5 - 12);
    db[HASH + PAGE - 5] = 1;
    db[OFF_PAGE] = 3;
    put32(db + OFF_PAGE + 4, 2);
    put32(db + OFF_PAGE + 8, (uint32_t)header.len);
    db[FIRST + 25] = db[SECOND + 25] = 7;
    put32(db + FIRST + 16, 3);
    put16(db + FIRST + 22, 10);
    put16(db + SECOND + 22, (uint16_t)(header.len - 10));
    memcpy(db + FIRST + 26, header.data, 10);
    memcpy(db + SECOND + 26, header.data + 10, header.len - 10);
}

static void survives_damaged_berkeley_db(void **state)
{
    static const struct {
        size_t at;
        uint32_t value;
        const char *warning;
    } damages[] = {
        {OFF_PAGE + 8, 100000, "pages are damaged"}, /* longer than the chain */
        {OFF_PAGE + 8, 0x7fffffff, "pages are damaged"},
        {OFF_PAGE + 4, 1, "pages are damaged"}, /* a page of another kind */
        {OFF_PAGE + 4, 9, "pages are damaged"}, /* no page */
        {FIRST + 16, 2, "pages are damaged"},   /* leads back to itself */
        {FIRST + 16, 1, "pages are damaged"},
        {HASH + 20, 0xffff, "page of the database"}, /* entries */
        {20, 0, "pages of 0 bytes"},
        {20, 513, "pages of 513 bytes"},
    };
    char db[4 * PAGE];

    (void)state;
    make_bdb(db);
    expect(PACKAGES, db, sizeof db, 1, NULL);
    expect(PACKAGES, db, sizeof db - PAGE, 0, "pages are damaged");
    expect(PACKAGES, db, sizeof db - 1, 0, "cut short");
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        make_bdb(db);
        put32(db + damages[i].at, damages[i].value);
        expect(PACKAGES, db, sizeof db, 0, damages[i].warning);
    }
}

/* ---- ndb: thousands of slots that share one blob ---- */

static void reads_a_shared_blob_within_bounds(void **state)
{
    static char db[4096 + 16 * 16];
    struct span header = small_header();
    struct sample samples[] = {{PACKAGES, 0, db, sizeof db}};
    struct findings f;

    (void)state;
    memset(db, 0, sizeof db);
    memcpy(db, "RpmP", 4);
    put32(db + 12, 1);
    for (size_t slot = 32; slot < 4096; slot += 16) {
        memcpy(db + slot, "Slot", 4);
        put32(db + slot + 4, 1);
        put32(db + slot + 8, 4096 / 16);
        put32(db + slot + 12, 16);
    }
    memcpy(db + 4096, "BlbS", 4);
    put32(db + 4096 + 4, 1);
    put32(db + 4096 + 12, (uint32_t)header.len);
    memcpy(db + 4096 + 16, header.data, header.len);
    CATALOG(&f, &rpm_cataloger, samples);
    /* As many as would fit into the file; the same package counts once. */
    assert_int_equal(json_array_size(f.packages), 1);
    assert_true(json_array_size(f.warnings) > 100);
    findings_release(&f);
}

/* ---- headers ---- */

static void reads_a_list(void **state)
{
    static const char list[] = "a\t1-2\t0\t0\tExample\t3\t0\tx86_64\t3\tsource-1-2.src.rpm\n"
                               "b\t1-2\t0\t0\t(none)\t(none)\t0\tnoarch\t0\t(none)\n"
                               "\n"
                               "c\t1\t0\n";
    struct sample samples[] = {{MANIFEST, 0, list, 0}};
    struct findings f;

    (void)state;
    CATALOG(&f, &rpm_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_json(json_object_get(package_named(&f, "a"), "version"), "'3:1-2'");
    assert_json(json_object_get(package_named(&f, "a"), "source_package"),
                "{'name':'source','version':'1-2'}");
    assert_json(json_object_get(package_named(&f, "b"), "source_package"), "null");
    assert_json(f.rpm, "['a-1-2.x86_64','b-1-2.noarch']");
    assert_json(json_object_get(json_array_get(f.rpm_dependencies, 0), "package_identifier"),
                "'a-3:1-2.x86_64'");
    CLEANUP(cleanup_free) char *warning = warning_text(&f, 0);
    assert_non_null(strstr(warning, "line 4: a line with too few fields"));
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survives_damaged_berkeley_db),
        cmocka_unit_test(reads_a_shared_blob_within_bounds),
        cmocka_unit_test(reads_a_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
