/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What java.c reads from texts: pom.properties, pom.xml, manifests, names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "catalogers/java_groups.h"
#include "catalogers/java_manifest.h"
#include "catalogers/java_pom.h"
#include "json_in.h"
#include "xalloc.h"

static void expect_id(const struct maven_id *id, const char *expected)
{
    STRBUF_AUTO(text, 4 * KIB);
    strbuf_addf(&text, "%s:%s:%s", id->group.data, id->artifact.data, id->version.data);
    assert_string_equal(text.data, expected);
}

static void reads_properties_as_java_does(void **state)
{
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"groupId=g\nartifactId=a\nversion=1\n", "g:a:1"},
        {"  groupId : g \r\nartifactId   a\rversion\t=\t1", "g:a:1"},
        {"#groupId=x\n! version=x\n\n \nversion=1", "::1"},
        {"version=1\nversion=2\n", "::2"},
        {"ver\\\n   sion=1.\\\r\n  0", "::1.0"},
        {"artifactId=a\\:b\\=c\\u0041\\u00e9\\u20ac\\\\", ":a:b=cA\xc3\xa9\xe2\x82\xac\\:"},
        {"artifactId=\\u00x", ":?x:"},
        {"version\nartifactId=\ngroupId", "::"},
        {"version=1\\", "::1\\"},
        {"=1\n:2\nversion==3", "::=3"},
        {"", "::"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        MAVEN_ID_AUTO(id);
        java_pom_properties_read(span_string(cases[i].text), &id);
        expect_id(&id, cases[i].expected);
    }
}

static void refuses_coordinates_that_are_too_long(void **state)
{
    MAVEN_ID_AUTO(id);
    STRBUF_AUTO(text, 8 * KIB);
    strbuf_add_string(&text, "groupId=g\nartifactId=a\nversion=1\n");
    java_pom_properties_read(strbuf_span(&text), &id);
    assert_true(maven_id_is_whole(&id));
    strbuf_add_string(&text, "version=");
    for (size_t i = 0; i <= LIMIT_PACKAGE_NAME; i++)
        strbuf_add_byte(&text, '1');
    java_pom_properties_read(strbuf_span(&text), &id);
    assert_false(maven_id_is_whole(&id));
}

/* The coordinates, and the names of licences behind '|'. */
static void expect_pom(const char *text, const char *expected)
{
    CLEANUP(cleanup_json) json_t *licenses = json_new_array();
    struct error err = {0};
    json_t *license;
    size_t i;

    MAVEN_ID_AUTO(id);
    STRBUF_AUTO(out, 4 * KIB);
    if (!java_pom_xml_read(span_string(text), &id, licenses, &err))
        strbuf_addf(&out, "!%s", err.message);
    else
        strbuf_addf(&out, "%s:%s:%s", id.group.data, id.artifact.data, id.version.data);
    json_array_foreach (licenses, i, license)
        strbuf_addf(&out, "|%s", json_string_value(license));
    assert_string_equal(out.data, expected);
}

#define GAV(version) "<groupId>g</groupId><artifactId>a</artifactId><version>" version "</version>"

static void reads_poms(void **state)
{
    expect_pom("<project>" GAV("1") "</project>", "g:a:1");
    expect_pom("\n<?xml version='1.0'?><!-- --><project/>",
               "!pom.xml, line 2: XML or text declaration not at start of entity");
    expect_pom("<project><dependencies><dependency>" GAV(
                   "2") "</dependency></dependencies>"
                        "<build><plugins><plugin>" GAV("3") "</plugin></plugins></build></project>",
               "::");
    expect_pom("<project><parent>" GAV("4") "</parent><artifactId> b\n</artifactId></project>",
               "g:b:4");
    expect_pom("<project><licenses><license><name>MIT</name><url>u</url></license><license>"
               "<name>Other &amp; more</name></license></licenses></project>",
               "::|MIT|Other & more");
    expect_pom("<?xml version='1.0' encoding='windows-1252'?><project>" GAV("1") "</project>",
               "g:a:1");
    expect_pom("<project><version>1<b>x</b></version></project>", "::");
    expect_pom("", "!pom.xml, line 1: no element found");
}

static void resolves_names(void **state)
{
    expect_pom("<project>" GAV("${major}.${x.minor}") "<properties><major>1</major><x.minor>2${q}"
                                                      "</x.minor><q>q</q></properties></project>",
               "g:a:1.2q");
    expect_pom("<project>" GAV("${project.artifactId}-${pom.groupId}-${artifactId}") "</project>",
               "g:a:a-g-a");
    expect_pom("<project><parent>" GAV(
                   "7") "</parent><version>${project.parent.version}.1</version>"
                        "</project>",
               "g::7.1");
    expect_pom("<project>" GAV("${unknown}") "</project>", "g:a:");
    expect_pom("<project>" GAV("${cut") "</project>", "g:a:");
    expect_pom("<project>" GAV("${version}") "</project>", "g:a:");
    expect_pom("<project>" GAV("${a}") "<properties><a>${b}</a><b>${a}</b></properties></project>",
               "g:a:");
    /* Doubling: ends by the number of names looked up. */
    expect_pom(
        "<project>" GAV(
            "${a}") "<properties><a>${b}${b}${b}${b}</a><b>${c}${c}${c}${c}</b>"
                    "<c>${d}${d}${d}${d}</c><d>${e}${e}${e}${e}</d><e>x</e></properties></project>",
        "g:a:");
}

static void refuses_declarations(void **state)
{
    expect_pom("<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><project><version>&b;"
               "</version></project>",
               "!pom.xml, line 1: it has declarations of its own");
    expect_pom("<!DOCTYPE p [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><project/>",
               "!pom.xml, line 1: it has declarations of its own");
    expect_pom("<!DOCTYPE p SYSTEM 'x.dtd'><project>" GAV("1") "</project>", "g:a:1");
}

static void bounds_depth_and_length_of_a_pom(void **state)
{
    STRBUF_AUTO(text, 1 * MIB);
    for (size_t i = 0; i < 10000; i++)
        strbuf_add_string(&text, "<a>");
    expect_pom(text.data, "!pom.xml, line 1: elements are nested too deep");

    strbuf_clear(&text);
    strbuf_add_string(&text, "<project><");
    for (size_t i = 0; i < 2000; i++)
        strbuf_add_byte(&text, 'n');
    strbuf_add_string(&text, "/><version>");
    for (size_t i = 0; i < 2000; i++)
        strbuf_add_byte(&text, '1');
    strbuf_add_string(&text, "</version><groupId>g</groupId></project>");
    expect_pom(text.data, "g::");
}

static void reads_manifests(void **state)
{
    static const char text[] = "\xef\xbb\xbf"
                               "Manifest-Version: 1.0\r\n"
                               "implementation-TITLE:  A title\r\n  that goes\r\n  on \r\n"
                               "Implementation-Version: 1\nImplementation-Version: 2\n"
                               "no header\n x\nBundle-SymbolicName: a.b ; x:=y\r"
                               "Bundle-Version: 1.0\n\nBundle-Version: 2.0\n";
    struct java_manifest m;

    java_manifest_init(&m);
    java_manifest_read(&m, SPAN_LITERAL(text));
#define VALUE(header) java_manifest_value(&m, header)
    assert_true(span_equal_string(VALUE(IMPLEMENTATION_TITLE), "A title that goes on"));
    assert_true(span_equal_string(VALUE(IMPLEMENTATION_VERSION), "2"));
    assert_true(span_equal_string(VALUE(BUNDLE_SYMBOLIC_NAME), "a.b"));
    assert_true(span_equal_string(VALUE(BUNDLE_VERSION), "1.0"));
    assert_int_equal(VALUE(SPECIFICATION_VERSION).len, 0);
    java_manifest_release(&m);
}

static void splits_names_of_files(void **state)
{
    static const struct {
        const char *stem;
        const char *declared;
        const char *artifact;
        const char *version;
    } cases[] = {
        {"slf4j-api-1.7.30", "", "slf4j-api", "1.7.30"},
        {"log4j-1.2-api-2.17.1", "", "log4j-1.2-api", "2.17.1"},
        {"guava-29.0-jre", "", "guava", "29.0-jre"},
        {"app-1.0-SNAPSHOT", "1.0", "app", "1.0-SNAPSHOT"},
        {"app-1.0-20230101.120000-1", "", "app", "1.0-20230101.120000-1"},
        {"app-1.0-beta-2", "", "app", "1.0-beta-2"},
        {"app-1.0-all", "", "app", "1.0"},
        {"app-1.0-jar-with-dependencies", "", "app", "1.0"},
        {"app-1.0-linux-x86_64", "1.0", "app", "1.0"},
        {"guava-r09", "r09", "guava", "r09"},
        {"guava-r09", "", "guava-r09", ""},
        {"org.eclipse.osgi_3.18.0", "", "org.eclipse.osgi", "3.18.0"},
        {"jsr305-3.0.2", "", "jsr305", "3.0.2"},
        {"scala-library_2.13-3.1", "", "scala-library_2.13", "3.1"},
        {"app-all", "", "app", ""},
        {"app", "", "app", ""},
        {"-1", "", "-1", ""},
        {"app-", "", "app-", ""},
        {"", "", "", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span artifact;
        struct span version;

        STRBUF_AUTO(out, 1 * KIB);
        STRBUF_AUTO(expected, 1 * KIB);
        java_split_stem(span_string(cases[i].stem), span_string(cases[i].declared), &artifact,
                        &version);
        strbuf_addf(&out, "%.*s %.*s", SPAN_ARG(artifact), SPAN_ARG(version));
        strbuf_addf(&expected, "%s %s", cases[i].artifact, cases[i].version);
        assert_string_equal(out.data, expected.data);
    }
}

static void reads_places_in_repositories(void **state)
{
    static const struct {
        const char *path;
        const char *expected;
    } cases[] = {
        {"root/.m2/repository/org/slf4j/slf4j-api/1.7.30/slf4j-api-1.7.30.jar",
         "org.slf4j:slf4j-api:1.7.30"},
        {"usr/share/maven-repo/g/a/1/a-1-sources.jar", "g:a:1"},
        {"h/.gradle/caches/modules-2/files-2.1/org.x/y.z/1.0/0a1b/y.z-1.0.jar", "org.x:y.z:1.0"},
        {"root/.m2/repository/a/1/a-1.jar", "::"},
        {"root/.m2/repository/g/a/1/b-1.jar", "::"},
        {"opt/lib/g/a/1/a-1.jar", "::"},
        {"", "::"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        MAVEN_ID_AUTO(id);
        assert_int_equal(java_id_of_repository_path(span_string(cases[i].path), &id),
                         strcmp(cases[i].expected, "::") != 0);
        expect_id(&id, cases[i].expected);
    }
}

static void guesses_groups(void **state)
{
    static const struct {
        const char *bundle;
        const char *artifact;
        const char *expected;
    } cases[] = {
        {"org.example.tool", "tool", "org.example"},
        {"org.apache.commons.lang3", "commons-lang3", "org.apache.commons"},
        {"slf4j.api", "slf4j-api", ""},
        {"jakarta.annotation-api", "jakarta.annotation-api", ""},
        {"org.example.other", "tool", ""},
        {"", "tool", ""},
        {"tool", "tool", ""},
        {".tool", "tool", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(span_equal_string(java_group_of_bundle(span_string(cases[i].bundle),
                                                           span_string(cases[i].artifact)),
                                      cases[i].expected));
    assert_int_equal(java_group_of_vendor(SPAN_LITERAL("org.glassfish"), SPAN_LITERAL("a")).len, 0);
    assert_int_equal(java_group_of_vendor(SPAN_LITERAL("org.a.b"), SPAN_LITERAL("a")).len, 7);
    assert_int_equal(java_group_of_vendor(SPAN_LITERAL("junit"), SPAN_LITERAL("junit")).len, 5);
    assert_int_equal(
        java_group_of_vendor(SPAN_LITERAL("org.hibernate"), SPAN_LITERAL("hibernate-core")).len,
        13);
    assert_int_equal(
        java_group_of_vendor(SPAN_LITERAL("org.postgresql"), SPAN_LITERAL("postgresql")).len, 14);
    assert_int_equal(
        java_group_of_vendor(SPAN_LITERAL("org.hiber"), SPAN_LITERAL("hibernate-core")).len, 0);
    assert_int_equal(java_group_of_vendor(SPAN_LITERAL("The A. B. Team"), SPAN_LITERAL("a")).len,
                     0);
}

static void knows_groups(void **state)
{
    static const struct {
        const char *artifact, *expected;
    } cases[] = {
        {"spring-core", "org.springframework"},
        {"spring-websocket", "org.springframework"},
        {"spring-boot", "org.springframework.boot"},
        {"spring-security-web", "org.springframework.security"},
        {"antlr", "antlr"},
        /* Others'. */
        {"spring-boot-admin-server", ""},
        {"spring", ""},
        {"spring-core spring-core-test", ""},
        {"core", ""},
        {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(span_equal_string(java_group_of_artifact(span_string(cases[i].artifact)),
                                      cases[i].expected));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_properties_as_java_does),
        cmocka_unit_test(refuses_coordinates_that_are_too_long),
        cmocka_unit_test(reads_poms),
        cmocka_unit_test(resolves_names),
        cmocka_unit_test(refuses_declarations),
        cmocka_unit_test(bounds_depth_and_length_of_a_pom),
        cmocka_unit_test(reads_manifests),
        cmocka_unit_test(splits_names_of_files),
        cmocka_unit_test(reads_places_in_repositories),
        cmocka_unit_test(guesses_groups),
        cmocka_unit_test(knows_groups),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
