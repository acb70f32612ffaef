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
#include "json_in.h"
#include "xalloc.h"
#include "zip_builder.h"

#define POM(group, artifact, version) \
    "#made\r\ngroupId=" group "\r\nartifactId=" artifact "\r\nversion=" version "\r\n"

struct file {
    const char *name; /* NULL ends the list */
    const char *text;
};

/* An archive of these files, to free. */
static char *pack(const struct file *files, size_t *ret_size)
{
    struct zip_builder zip;
    struct span archive;
    char *copy;

    zip_builder_init(&zip);
    for (; files->name; files++)
        zip_builder_add(&zip, files->name, span_string(files->text), ZIP_DEFLATED);
    archive = zip_builder_end(&zip);
    *ret_size = archive.len;
    copy = xmemdup0(archive.data, archive.len);
    zip_builder_release(&zip);
    return copy;
}

/* "NAME VERSION LOCATION;" of each package, then "code path message;" of each warning. */
static void describe(const struct findings *f, struct strbuf *out)
{
    json_t *package;
    size_t i;

    json_array_foreach (f->packages, i, package)
        strbuf_addf(out, "%s %s %s;", json_in_string_or(package, "name", ""),
                    json_in_string_or(package, "version", ""),
                    json_in_string_or(package, "location", ""));
    for (i = 0; i < json_array_size(f->warnings); i++) {
        CLEANUP(cleanup_free) char *text = warning_text(f, i);

        strbuf_addf(out, "%s;", text);
    }
}

static void expect_bytes(const char *path, const char *bytes, size_t size, const char *expected)
{
    struct sample samples[] = {{path, 0, bytes, size}};
    struct findings f;

    STRBUF_AUTO(out, 1 * MIB);
    CATALOG(&f, &java_cataloger, samples);
    describe(&f, &out);
    assert_string_equal(out.data, expected);
    findings_release(&f);
}

static void expect(const char *path, const struct file *files, const char *expected)
{
    size_t size;
    CLEANUP(cleanup_free) char *bytes = pack(files, &size);

    expect_bytes(path, bytes, size, expected);
}

static void lists_what_poms_say(void **state)
{
    static const struct file shaded[] = {
        {"META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n"},
        {"META-INF/maven/org.example/own/pom.properties", POM("org.example", "own", "1.0")},
        {"META-INF/maven/org.example/own/pom.xml", "not read"},
        {"META-INF/maven/org.other/x/pom.properties", POM("org.other", "x", "2")},
        {"META-INF/maven/org.other/copy/pom.properties", POM("org.other", "x", "2")},
        {"META-INF/else/pom.properties", "groupId: a\nartifactId = b\nversion 3\n"},
        {"templates/pom.properties", POM("not", "this", "1")},
        {NULL, NULL}};

    expect("opt/own-1.0.jar", shaded,
           "a:b 3 /opt/own-1.0.jar;org.example:own 1.0 /opt/own-1.0.jar;"
           "org.other:x 2 /opt/own-1.0.jar;");
    /* Renamed: the project's own pom is among them, whichever it is. */
    expect("app.jar", shaded,
           "a:b 3 /app.jar;org.example:own 1.0 /app.jar;org.other:x 2 /app.jar;");
    /* The file is called after none of them: it is another package. */
    expect("more-7.1.jar", shaded,
           "a:b 3 /more-7.1.jar;org.example:own 1.0 /more-7.1.jar;"
           "org.other:x 2 /more-7.1.jar;more 7.1 /more-7.1.jar;");
}

static void reads_pom_xml_where_properties_say_too_little(void **state)
{
    expect("a.jar",
           (struct file[]){{"META-INF/maven/g/a/pom.xml",
                            "<project><parent><groupId>g</groupId><version>4</version></parent>"
                            "<artifactId>a</artifactId></project>"},
                           {NULL, NULL}},
           "g:a 4 /a.jar;");
    expect("a.jar",
           (struct file[]){{"META-INF/maven/g/a/pom.properties", "artifactId=a\n"},
                           {"META-INF/maven/g/a/pom.xml",
                            "<project><version>5</version></project>"},
                           {NULL, NULL}},
           "g:a 5 /a.jar;");
    expect("a.jar",
           (struct file[]){{"META-INF/maven/g/a/pom.properties", "version=6\n"}, {NULL, NULL}},
           "g:a 6 /a.jar;");
    expect("a.jar",
           (struct file[]){{"META-INF/maven/g/a/pom.xml",
                            "<project><version>${revision}</version></project>"},
                           {NULL, NULL}},
           "no-version /a.jar: !/META-INF/maven/g/a/: a package of Maven's for which nothing tells "
           "a version;");
    expect("a.jar",
           (struct file[]){{"META-INF/maven/g/a/pom.xml", "<project><version>"}, {NULL, NULL}},
           "malformed /a.jar: pom.xml, line 1: no element found;");
}

static void asks_manifest_and_name_where_there_is_no_pom(void **state)
{
    static const struct file bundle[] = {
        {"META-INF/MANIFEST.MF",
         "Manifest-Version: 1.0\r\nBundle-SymbolicName: org.example.comm\r\n ons.text;singleton"
         ":=true\r\nBundle-Version: 1.9.0\r\nBundle-License: \"Apache-2.0\";link=x\r\n"
         "\r\nName: a/\r\nBundle-Version: 7\r\n"},
        {NULL, NULL}};
    static const struct file plain[] = {
        {"META-INF/MANIFEST.MF",
         "Implementation-Title: demo\nImplementation-Version: 0.1\nImplementation-Vendor-Id: "
         "org.example.team\nSpecification-Version: 9\n"},
        {NULL, NULL}};
    static const struct file empty[] = {{"META-INF/MANIFEST.MF", ""}, {NULL, NULL}};
    static const struct file classes[] = {{"A.class", "x"}, {NULL, NULL}};
    static const struct file zip[] = {{"a.txt", "x"}, {NULL, NULL}};

    expect("x/commons-text-1.9.jar", bundle,
           "org.example.commons:commons-text 1.9 /x/commons-text-1.9.jar;");
    expect("x/commons-text.jar", bundle,
           "org.example.commons:commons-text 1.9.0 /x/commons-text.jar;");
    expect("app.jar", plain, "org.example.team:demo 0.1 /app.jar;");
    expect("app-0.1-native.jar", plain, "org.example.team:app 0.1 /app-0.1-native.jar;");
    expect("app-0.2.jar", plain, "org.example.team:app 0.2 /app-0.2.jar;");
    expect("root/.m2/repository/org/x/y/1/y-1.jar", plain,
           "org.x:y 1 /root/.m2/repository/org/x/y/1/y-1.jar;");
    expect("x-1.0.jar", empty, "x 1.0 /x-1.0.jar;");
    expect("x.jar", empty, "");
    expect("x.jar", classes,
           "no-version /x.jar: 1 Java archive of which nothing tells the version is not listed;");
    expect("x-1.0.jar", zip, "");
    expect("x-1.0.jmod", classes, "");
}

static void keeps_the_license_of_a_bundle(void **state)
{
    static const struct file files[] = {{"META-INF/MANIFEST.MF",
                                         "Bundle-License: \"Apache-2.0\";link=x\n"},
                                        {"META-INF/maven/g/a/pom.properties", POM("g", "a", "1")},
                                        {"META-INF/maven/g/b/pom.properties", POM("g", "b", "1")},
                                        {NULL, NULL}};
    size_t size;
    CLEANUP(cleanup_free) char *bytes = pack(files, &size);
    struct sample samples[] = {{"a.jar", 0, bytes, size}};
    struct findings f;

    CATALOG(&f, &java_cataloger, samples);
    findings_finish(&f);
    assert_json(json_object_get(package_named(&f, "g:a"), "licenses"), "['Apache-2.0']");
    assert_json(json_object_get(package_named(&f, "g:b"), "licenses"), "[]");
    assert_json(json_object_get(package_named(&f, "g:a"), "purl"), "'pkg:maven/g/a@1'");
    findings_release(&f);
}

/* levels archives within one another, each with a pom of its level, and classes. */
static struct span nest(size_t levels, struct zip_builder *zips)
{
    struct span inner = span_of(NULL, 0);

    for (size_t level = levels; level-- > 0;) {
        CLEANUP(cleanup_free)
        char *pom = xasprintf("groupId=g\nartifactId=a\nversion=%zu\n", level);

        zip_builder_init(&zips[level]);
        zip_builder_add(&zips[level], "META-INF/maven/g/a/pom.properties", span_string(pom),
                        ZIP_STORED);
        if (inner.len)
            zip_builder_add(&zips[level], "in.jar", inner, level % 2 ? ZIP_STORED : ZIP_DEFLATED);
        inner = zip_builder_end(&zips[level]);
    }
    return inner;
}

static void goes_into_archives_to_a_limit(void **state)
{
    struct zip_builder zips[20];
    struct span outer = nest(3, zips);

    expect_bytes("a.ear", outer.data, outer.len,
                 "g:a 0 /a.ear;g:a 1 /a.ear!/in.jar;g:a 2 /a.ear!/in.jar!/in.jar;");
    for (size_t i = 0; i < 3; i++)
        zip_builder_release(&zips[i]);

    outer = nest(20, zips);
    struct sample samples[] = {{"a.jar", 0, outer.data, outer.len}};
    struct findings f;

    CATALOG(&f, &java_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), LIMIT_ARCHIVE_DEPTH + 1);
    assert_int_equal(json_array_size(f.warnings), 1);
    assert_string_equal(json_in_string_or(json_array_get(f.warnings, 0), "code", ""), "too-deep");
    findings_release(&f);
    for (size_t i = 0; i < 20; i++)
        zip_builder_release(&zips[i]);
}

static void reads_the_rest_where_a_part_is_damaged(void **state)
{
    struct zip_builder inner[1];
    struct zip_builder zip;
    struct span archive;

    zip_builder_init(&zip);
    zip_builder_add(&zip, "lib/no.jar", SPAN_LITERAL("no archive"), ZIP_STORED);
    zip_builder_add(&zip, "lib/yes-1.jar", nest(1, inner), ZIP_STORED);
    zip_builder_add(&zip, "META-INF/maven/g/b/pom.properties", SPAN_LITERAL(POM("g", "b", "1")),
                    99);
    archive = zip_builder_end(&zip);
    expect_bytes("a.war", archive.data, archive.len,
                 "g:a 0 /a.war!/lib/yes-1.jar;"
                 "malformed /a.war: member 'META-INF/maven/g/b/pom.properties' is compressed by an "
                 "unknown method;"
                 "malformed /a.war: !/lib/no.jar: no zip archive, or one that is cut or damaged;");
    zip_builder_release(&inner[0]);
    zip_builder_release(&zip);
}

static void tells_what_is_no_archive(void **state)
{
    static const char none[] = "no zip archive, or one that is cut or damaged;";
    CLEANUP(cleanup_free) char *jar = xasprintf("malformed /a.jar: %s", none);
    CLEANUP(cleanup_free) char *par = xasprintf("malformed /a.par: %s", none);

    expect_bytes("a.jar", "text", 4, jar);
    expect_bytes("a.par", "text", 4, "");
    expect_bytes("a.par", "PK\3\4", 4, par);
}

static void passes_over_what_stands_before_the_archive(void **state)
{
    struct zip_builder zip;
    struct span archive;

    zip_builder_init(&zip);
    zip_builder_prefix(&zip, SPAN_LITERAL("JM\1\0"));
    zip_builder_add(&zip, "classes/META-INF/maven/g/a/pom.properties",
                    SPAN_LITERAL(POM("g", "a", "1")), ZIP_DEFLATED);
    archive = zip_builder_end(&zip);
    expect_bytes("jmods/g.jmod", archive.data, archive.len, "g:a 1 /jmods/g.jmod;");
    zip_builder_release(&zip);
}

static void knows_the_layer_of_each_package(void **state)
{
    static const struct file old[] = {{"META-INF/maven/g/a/pom.properties", POM("g", "a", "1")},
                                      {"META-INF/maven/g/b/pom.properties", POM("g", "b", "1")},
                                      {NULL, NULL}};
    static const struct file new[] = {{"META-INF/maven/g/a/pom.properties", POM("g", "a", "1")},
                                      {"META-INF/maven/g/b/pom.properties", POM("g", "b", "2")},
                                      {NULL, NULL}};
    size_t sizes[2];
    CLEANUP(cleanup_free) char *first = pack(old, &sizes[0]);
    CLEANUP(cleanup_free) char *second = pack(new, &sizes[1]);
    struct sample samples[] = {{"a.jar", 1, first, sizes[0]},
                               {"a.jar", 3, second, sizes[1]},
                               {"a.jar", 5, second, sizes[1]}};
    struct findings f;

    CATALOG(&f, &java_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_in_int_or(package_named(&f, "g:a"), "layer", -1), 1);
    assert_int_equal(json_in_int_or(package_named(&f, "g:b"), "layer", -1), 3);
    findings_release(&f);
}

static void bounds_what_one_archive_tells(void **state)
{
    struct zip_builder zip;
    struct span archive;

    zip_builder_init(&zip);
    for (size_t i = 0; i < LIMIT_JAVA_PACKAGES + 10; i++) {
        CLEANUP(cleanup_free) char *name = xasprintf("META-INF/maven/g/%zu/pom.properties", i);

        zip_builder_add(&zip, name, SPAN_LITERAL("version=1"), ZIP_STORED);
    }
    archive = zip_builder_end(&zip);
    struct sample samples[] = {{"a.jar", 0, archive.data, archive.len}};
    struct findings f;

    CATALOG(&f, &java_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), LIMIT_JAVA_PACKAGES);
    assert_true(json_array_size(f.warnings) > 0);
    assert_string_equal(json_in_string_or(json_array_get(f.warnings, 0), "code", ""), "too-large");
    findings_release(&f);
    zip_builder_release(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_what_poms_say),
        cmocka_unit_test(reads_pom_xml_where_properties_say_too_little),
        cmocka_unit_test(asks_manifest_and_name_where_there_is_no_pom),
        cmocka_unit_test(keeps_the_license_of_a_bundle),
        cmocka_unit_test(goes_into_archives_to_a_limit),
        cmocka_unit_test(reads_the_rest_where_a_part_is_damaged),
        cmocka_unit_test(tells_what_is_no_archive),
        cmocka_unit_test(passes_over_what_stands_before_the_archive),
        cmocka_unit_test(knows_the_layer_of_each_package),
        cmocka_unit_test(bounds_what_one_archive_tells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
