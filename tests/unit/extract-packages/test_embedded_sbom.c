/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "catalog.h"
#include "catalogers.h"
#include "json_in.h"
#include "strbuf.h"

#define BITNAMI "opt/bitnami/pg/.spdx-pg.spdx"
#define WOLFI "var/lib/db/sbom/zlib-1.3.1-r4.spdx.json"
struct spdx_package {
    const char *purl;    /* or NULL */
    const char *members; /* others, JSON */
};

/* An SPDX document of them, to free; their SPDXIDs are "0", "1" and so on. */
static char *spdx(const struct spdx_package *packages, size_t count, const char *relationships)
{
    STRBUF_AUTO(text, 1 * MIB);
    strbuf_add_string(&text, "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": [");
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(&text, "%s{\"SPDXID\": \"%zu\"", i ? ", " : "", i);
        if (packages[i].members)
            strbuf_addf(&text, ", %s", packages[i].members);
        if (packages[i].purl)
            strbuf_addf(&text,
                        ", \"externalRefs\": [{\"referenceType\": \"cpe23Type\", "
                        "\"referenceLocator\": \"cpe:2.3:a\"}, {\"referenceType\": \"purl\", "
                        "\"referenceLocator\": \"%s\"}]",
                        packages[i].purl);
        strbuf_add_string(&text, "}");
    }
    strbuf_addf(&text, "], \"relationships\": [%s]}", relationships);
    return strbuf_detach(&text);
}
#define SPDX(packages, relationships) \
    spdx(packages, sizeof(packages) / sizeof *(packages), relationships)

static void reads_components_of_bitnami(void **state)
{
    static const struct spdx_package packages[] = {
        {"pkg:bitnami/postgresql@15.3.0-2?arch=amd64&distro=debian-12",
         "\"name\": \"PostgreSQL\", \"versionInfo\": \"15.3.0\", "
         "\"licenseConcluded\": \"PostgreSQL\", \"licenseDeclared\": \"NOASSERTION\""},
        {NULL, "\"name\": \"GEOS\", \"versionInfo\": \"3.8.3\""},
        {NULL, "\"name\": \"all of it\""},
        {"pkg:npm/odd", NULL},
        {"no", NULL},
    };
    CLEANUP(cleanup_free) char *text = SPDX(packages, "");
    struct sample samples[] = {{BITNAMI, 1, text, 0}};
    struct findings f;

    CATALOG(&f, &embedded_sbom_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_array_size(f.warnings), 2);
    findings_finish(&f);
    assert_json(package_named(&f, "postgresql"),
                "{'arch':'amd64','depends':[],'installer':null,'layer':1,"
                "'licenses':['PostgreSQL'],'location':'/" BITNAMI "','name':'postgresql',"
                "'origin':null,'owner':null,'provides':[],"
                "'purl':'pkg:bitnami/postgresql@15.3.0-2?arch=amd64&distro=debian-12',"
                "'replaces':[],'requested':null,'source_package':null,'type':'bitnami',"
                "'version':'15.3.0-2'}");
    assert_json(json_object_get(package_named(&f, "GEOS"), "purl"), "'pkg:bitnami/GEOS@3.8.3'");
    findings_release(&f);
}

/* melange's: the package, the recipe it is described by, the source it was made from. */
static void leaves_out_what_is_not_in_the_image(void **state)
{
    static const struct spdx_package packages[] = {
        {"pkg:apk/wolfi/zlib@1.3.1-r4?arch=x86_64", NULL},
        {"pkg:github/wolfi-dev/os@0a1b#zlib.yaml", NULL},
        {"pkg:github/madler/zlib@v1.3.1", NULL},
        {"pkg:generic/crc@1", NULL},
        {"pkg:generic/make@4", NULL},
        {"pkg:oci/image@sha256:00", NULL},
    };
    static const char *const melange[][3] = {
        {"SPDXRef-DOCUMENT", "DESCRIBES", "0"},
        {"0", "DESCRIBED_BY", "1"},
        {"0", "GENERATED_FROM", "2"},
        {"0", "CONTAINS", "3"},
        {"4", "BUILD_TOOL_OF", "0"},
    };
    STRBUF_AUTO(relationships, 1 * MIB);
    for (size_t i = 0; i < sizeof melange / sizeof *melange; i++)
        strbuf_addf(&relationships,
                    "{\"spdxElementId\": \"%s\", \"relationshipType\": \"%s\", "
                    "\"relatedSpdxElement\": \"%s\"}, ",
                    melange[i][0], melange[i][1], melange[i][2]);
    strbuf_add_string(&relationships, "7, {}");
    CLEANUP(cleanup_free) char *text = SPDX(packages, relationships.data);
    struct sample samples[] = {{WOLFI, 0, text, 0}};
    struct findings f;

    CATALOG(&f, &embedded_sbom_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 2);
    assert_int_equal(json_array_size(f.warnings), 0);
    assert_json(json_object_get(package_named(&f, "zlib"), "type"), "'apk'");
    assert_json(json_object_get(package_named(&f, "crc"), "type"), "'generic'");
    findings_release(&f);
}

static void reads_cyclonedx(void **state)
{
    struct sample samples[] = {
        {"var/lib/db/sbom/app.cdx.json", 0,
         "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"metadata\": {\"component\": "
         "{\"name\": \"app\", \"purl\": \"pkg:generic/app@1\", \"version\": \"1\"}}, "
         "\"components\": [{\"name\": \"a\", \"purl\": \"pkg:npm/%40s/a@2\", \"licenses\": ["
         "{\"license\": {\"id\": \"MIT\"}}, {\"license\": {\"name\": \"Other\"}}, "
         "{\"expression\": \"MIT OR ISC\"}, 1], \"components\": ["
         "{\"name\": \"b\", \"version\": \"3\", \"purl\": \"pkg:npm/b\"}]},"
         "{\"type\": \"file\", \"name\": \"/etc/passwd\"}]}",
         0}};
    struct findings f;

    CATALOG(&f, &embedded_sbom_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    assert_int_equal(json_array_size(f.warnings), 0);
    json_t *package = package_named(&f, "@s/a");
    assert_json(json_object_get(package, "licenses"), "['MIT','Other','MIT OR ISC']");
    assert_json(json_object_get(package_named(&f, "b"), "version"), "'3'");
    assert_json(json_object_get(package_named(&f, "app"), "type"), "'generic'");
    findings_release(&f);
}

static void lists_nothing_twice(void **state)
{
    static const struct spdx_package one[] = {{"pkg:bitnami/c@1", NULL}, {"pkg:npm/c@1", NULL}};
    static const struct spdx_package two[] = {{"pkg:bitnami/c@1?arch=a", NULL},
                                              {"pkg:bitnami/c@2", NULL}};
    CLEANUP(cleanup_free) char *text_one = SPDX(one, "");
    CLEANUP(cleanup_free) char *text_two = SPDX(two, "");
    struct sample samples[] = {{"opt/bitnami/a/.spdx-a.spdx", 0, text_one, 0},
                               {"opt/bitnami/b/.spdx-b.spdx", 1, text_two, 0}};
    struct findings f;

    CATALOG(&f, &embedded_sbom_cataloger, samples);
    assert_int_equal(json_array_size(f.packages), 3);
    findings_release(&f);
}

static void says_what_it_cannot_read(void **state)
{
    static const char *const texts[] = {"", "[]", "{}", "SPDXVersion: SPDX-2.3\n",
                                        "{\"spdxVersion\": \"SPDX-3.0\"}"};
    static const char *const empty[] = {
        "{\"spdxVersion\": \"SPDX-2.3\"}",
        "{\"spdxVersion\": \"SPDX-2.2\", \"packages\": {}, \"relationships\": 3}",
        "{\"spdxVersion\": \"SPDX-2.2\", \"packages\": [1, [], {\"externalRefs\": [1]}]}",
        "{\"bomFormat\": \"CycloneDX\", \"components\": [1, {\"components\": 7}]}",
    };
    struct findings f;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sample samples[] = {{WOLFI, 0, texts[i], 0}};

        CATALOG(&f, &embedded_sbom_cataloger, samples);
        assert_int_equal(json_array_size(f.warnings), 1);
        findings_release(&f);
    }
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct sample samples[] = {{WOLFI, 0, empty[i], 0}};

        CATALOG(&f, &embedded_sbom_cataloger, samples);
        assert_int_equal(json_array_size(f.packages), 0);
        assert_int_equal(json_array_size(f.warnings), 0);
        findings_release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_components_of_bitnami),
        cmocka_unit_test(leaves_out_what_is_not_in_the_image),
        cmocka_unit_test(reads_cyclonedx),
        cmocka_unit_test(lists_nothing_twice),
        cmocka_unit_test(says_what_it_cannot_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
