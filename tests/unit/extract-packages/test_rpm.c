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
    put32(db + 32, 3);
    expect(PACKAGES, db, sizeof db, 1, NULL);
    put32(db + 32, 4); /* the last page is one that was cut off */
    expect(PACKAGES, db, sizeof db, 1, "cut short");
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

/* A page whose values are the same bytes again and again. */
static void reads_a_value_once(void **state)
{
    char db[4 * PAGE];
    struct span header = small_header();
    size_t at = PAGE - 8 - 1 - header.len;

    (void)state;
    make_bdb(db);
    memset(db + HASH + 26, 0, PAGE - 26);
    put16(db + HASH + 20, 100);
    for (size_t i = 0; i < 100; i++)
        put16(db + HASH + 26 + 2 * i, (uint16_t)(i % 2 ? at : PAGE - 8));
    db[HASH + at] = 1;
    memcpy(db + HASH + at + 1, header.data, header.len);
    expect(PACKAGES, db, sizeof db, 1, "lie on top of each other");
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
    assert_int_equal(json_array_size(f.warnings), 1);
    CLEANUP(cleanup_free) char *warning = warning_text(&f, 0);
    assert_non_null(strstr(warning, "lie on top of each other"));
    findings_release(&f);
}

static void tells_of_a_damaged_table_of_slots(void **state)
{
    static char db[4096];

    (void)state;
    memset(db, 0, sizeof db);
    memcpy(db, "RpmP", 4);
    put32(db + 12, 1);
    expect(PACKAGES, db, sizeof db, 0, NULL);
    memcpy(db + 64, "Slut", 4);
    expect(PACKAGES, db, sizeof db, 0, "table of packages that is damaged");
}

/* ---- headers ---- */

#define HEADER_DATA(tags) (8 + 16 * (size_t)(tags))

static void put_big(char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (char)(value >> (24 - 8 * i));
}

static void put_tag(char *header, size_t i, uint32_t tag, uint32_t type, uint32_t offset,
                    uint32_t count)
{
    put_big(header + HEADER_DATA(i), tag);
    put_big(header + HEADER_DATA(i) + 4, type);
    put_big(header + HEADER_DATA(i) + 8, offset);
    put_big(header + HEADER_DATA(i) + 12, count);
}

/* An ndb database of one header of that many tags, of which the first three make a-1-1. */
static char *make_ndb(uint32_t tags, uint32_t data, char **ret_header, size_t *ret_size)
{
    size_t length = HEADER_DATA(tags) + data;
    size_t blocks = (16 + length + 12 + 15) / 16;
    char *db = xcalloc(4096 + 16 * blocks, 1);
    char *header = db + 4096 + 16;

    memcpy(db, "RpmP", 4);
    put32(db + 12, 1);
    memcpy(db + 32, "Slot", 4);
    put32(db + 36, 1);
    put32(db + 40, 4096 / 16);
    put32(db + 44, (uint32_t)blocks);
    memcpy(db + 4096, "BlbS", 4);
    put32(db + 4100, 1);
    put32(db + 4108, (uint32_t)length);
    put_big(header, tags);
    put_big(header + 4, data);
    memcpy(header + 8, small_header().data + 8, 48);
    memcpy(header + HEADER_DATA(tags), "a\0001\0001", 6);
    *ret_header = header;
    *ret_size = 4096 + 16 * blocks;
    return db;
}

/* Each tag is looked for once: this took an hour when it was looked for again for each file. */
static void reads_many_tags_and_files(void **state)
{
    const uint32_t tags = 65535;
    const uint32_t files = 1000000;
    char *header;
    size_t size;
    CLEANUP(cleanup_free) char *db = make_ndb(tags, 8 + 5 * files, &header, &size);

    (void)state;
    for (uint32_t i = 3; i < tags - 3; i++)
        put_tag(header, i, 100000 + i, 4, 8, 1);
    put_tag(header, tags - 3, 1116, 4, 8, files);
    put_tag(header, tags - 2, 1117, 8, 8, files);
    put_tag(header, tags - 1, 1118, 8, 6, 1);
    expect("var/lib/rpm/Packages.db", db, size, 1, NULL);
}

static void names_packages_with_wrong_tags(void **state)
{
    static const struct {
        uint32_t tag, type, offset, count;
        const char *warning;
    } tags[] = {
        {1049, 8, 0, 0xffffffff, "a: its header has a tag with more values than bytes"},
        {1048, 4, 0, 3, "a: its header has a tag with more values than bytes"},
        {1049, 8, 0x7fffffff, 1, "a: its header has a tag that lies outside of it"},
        {1049, 17, 0, 1, "a: its header has a tag that lies outside of it"},
        {1049, 8, 0, 7, "a: a list in its header is cut short"},
        {1117, 8, 0, 1, "a: a file in its list has no folder"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        char *header;
        size_t size;
        CLEANUP(cleanup_free) char *db = make_ndb(4, 8, &header, &size);

        put_tag(header, 3, tags[i].tag, tags[i].type, tags[i].offset, tags[i].count);
        expect("var/lib/rpm/Packages.db", db, size, 1, tags[i].warning);
    }
}

static void bounds_relations(void **state)
{
    const uint32_t count = LIMIT_RPM_RELATIONS + 1;
    char *header;
    size_t size;
    CLEANUP(cleanup_free) char *db = make_ndb(4, 8 + count, &header, &size);

    (void)state;
    put_tag(header, 3, 1049, 8, 8, count);
    expect("var/lib/rpm/Packages.db", db, size, 1, "more relations than are read of one database");
}

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
    CLEANUP(cleanup_json) json_t *first = findings_list_entry(f.rpm_dependencies, 0);
    assert_json(json_object_get(first, "package_identifier"), "'a-3:1-2.x86_64'");
    CLEANUP(cleanup_free) char *warning = warning_text(&f, 0);
    assert_non_null(strstr(warning, "line 4: a line with too few fields"));
    findings_release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survives_damaged_berkeley_db),
        cmocka_unit_test(reads_a_shared_blob_within_bounds),
        cmocka_unit_test(reads_a_value_once),
        cmocka_unit_test(tells_of_a_damaged_table_of_slots),
        cmocka_unit_test(reads_many_tags_and_files),
        cmocka_unit_test(names_packages_with_wrong_tags),
        cmocka_unit_test(bounds_relations),
        cmocka_unit_test(reads_a_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
