/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vectors: image-spec (image-index.md) and containerd's order of variants. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "image.h"
#include "json_in.h"

#define A "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static json_t *parse(const char *text)
{
    struct error err = {0};
    json_t *value = json_in_parse(span_string(text), "test", &err);

    if (!value)
        fail_msg("%s: %s", text, err.message);
    return value;
}

/* ---- descriptors and manifests ---- */

static void reads_platforms(void **state)
{
    static const char *const cases[][4] = {
        {"linux/amd64", "linux", "amd64", NULL},     {"linux/x86_64", "linux", "amd64", NULL},
        {"linux/aarch64", "linux", "arm64", NULL},   {"linux/arm/v7", "linux", "arm", "v7"},
        {"windows/amd64", "windows", "amd64", NULL}, {"linux/amd64/", "linux", "amd64", NULL},
        {"linux/armhf", "linux", "arm", "v7"},       {"linux/armel", "linux", "arm", "v6"},
        {"linux/armv6l", "linux", "arm", "v6"},      {"linux/armv7l/v8", "linux", "arm", "v8"},
    };
    static const char *const wrong[] = {
        "",   "linux",     "linux/",         "/amd64",          "linux/arm/v7/x",
        "//", "(1)/amd64", "windows(/amd64", "windows()/amd64", "windows(1)x/amd64"};
    struct platform p = {0};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error err = {0};

        assert_true(platform_parse(span_string(cases[i][0]), &p, &err));
        assert_string_equal(p.os, cases[i][1]);
        assert_string_equal(p.architecture, cases[i][2]);
        if (cases[i][3])
            assert_string_equal(p.variant, cases[i][3]);
        else
            assert_null(p.variant);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct error err = {0};

        assert_false(platform_parse(span_string(wrong[i]), &p, &err));
        assert_int_equal(err.kind, ERROR_USAGE);
    }
    platform_release(&p);
}

static void reads_versions_of_the_os(void **state)
{
    struct platform p = {0};
    struct error err = {0};

    assert_true(platform_parse(span_string("windows(10.0.20348)/amd64"), &p, &err));
    assert_string_equal(p.os, "windows");
    assert_string_equal(p.os_version, "10.0.20348");
    assert_true(platform_parse(span_string("windows/amd64"), &p, &err));
    assert_null(p.os_version);
    platform_release(&p);
}

/* Entries of these names, "os/arch[/variant[/os.version]]", "-" for none, or "?" for an attestation; sizes count them. */
static json_t *index_of(const char *names)
{
    json_t *index = parse("{\"manifests\":[]}");
    struct span rest = span_string(names);
    struct span name;

    for (int i = 0; span_split(&rest, ' ', &name); i++) {
        json_t *entry = parse("{\"digest\":\"" A "\"}");
        json_t *place = json_new_object();
        static const char *const keys[] = {"os", "architecture", "variant", "os.version"};
        struct span part;

        json_put_int(entry, "size", i);
        json_append_take(json_object_get(index, "manifests"), entry);
        if (span_eat(&name, "zstd:"))
            json_put_take(entry, "annotations",
                          parse("{\"io.github.containers.compression.zstd\":\"true\"}"));
        if (span_equal_string(name, "?"))
            json_put_take(entry, "annotations",
                          parse("{\"vnd.docker.reference.type\":\"attestation-manifest\"}"));
        for (int k = 0; k < 4 && span_split(&name, '/', &part); k++)
            if (part.len)
                json_put_string(place, keys[k], part);
        if (json_object_get(place, "architecture"))
            json_put_take(entry, "platform", place);
        else
            json_decref(place);
    }
    return index;
}

/* What an index lists, what is asked for, and which of them it is. */
static const struct {
    const char *entries;
    const char *wanted;
    int chosen; /* -1: none */
} choices[] = {
    {"linux/arm64 linux/amd64", "linux/amd64", 1},
    {"windows/amd64 linux/amd64", "linux/amd64", 1},
    {"linux/amd64/v3 linux/amd64/v2 linux/amd64", "linux/amd64", 2},
    {"linux/amd64 linux/amd64/v2 linux/amd64/v4", "linux/amd64/v3", 1},
    {"linux/amd64/v3", "linux/amd64", -1},
    {"linux/arm/v5 linux/arm/v6 linux/arm/v7 linux/arm/v8", "linux/arm", 2},
    {"linux/arm/v5 linux/arm/v7", "linux/arm/v6", 0},
    {"linux/arm/v7", "linux/arm/v6", -1},
    {"linux/arm64/v8", "linux/arm64", 0},
    {"linux/arm64", "linux/arm64/v8", 0},
    {"linux/arm64/odd", "linux/arm64", -1},
    {"unknown/unknown linux/amd64", "linux/amd64", 1},
    {"linux/arm64 unknown/unknown", "unknown/unknown", -1},
    {"- linux/amd64", "linux/amd64", 1},
    {"? - linux/arm64 -", "linux/amd64", 1},
    {"?", "linux/amd64", -1},
    {"", "linux/amd64", -1},
    {"linux/amd64 linux/amd64", "linux/amd64", 0},
    {"linux/amd64/v2 linux/amd64/v1", "linux/amd64", 1},
    {"linux/amd64 linux/amd64/v2", "linux/amd64/v1", 0},
    {"linux/386 linux/amd64/v4 linux/amd64/v2", "linux/amd64/v3", 2},
    {"linux/arm64/v8 linux/arm64/v8.2 linux/arm64/v9", "linux/arm64/v8.5", 1},
    {"linux/arm64/v9 linux/arm/v8", "linux/arm64", -1},
    {"linux/arm/v7 linux/arm/v6", "linux/armel", 1},
    {"linux/s390x linux/riscv64/rva23", "linux/riscv64/rva23", 1},
    {"linux/riscv64/rva23", "linux/riscv64", -1},
    {"windows/amd64//10.0.17763.1 windows/amd64//10.0.20348.2", "windows(10.0.20348)/amd64", 1},
    {"windows/amd64//10.0.203489 windows/amd64", "windows(10.0.20348)/amd64", -1},
    {"windows/amd64//10.0.17763.1 windows/amd64//10.0.20348.2", "windows/amd64", 0},
    {"linux/amd64 zstd:linux/amd64 zstd:linux/amd64", "linux/amd64", 1},
    {"zstd:linux/amd64 linux/amd64", "linux/amd64", 0},
    {"linux/amd64/v2 zstd:linux/amd64", "linux/amd64/v2", 0},
    {"zstd:linux/arm64", "linux/amd64", -1},
};

static void chooses_platforms(void **state)
{
    for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
        CLEANUP(cleanup_json) json_t *index = index_of(choices[i].entries);
        struct platform wanted = {0};
        struct descriptor d = {0};
        struct error err = {0};
        bool found;

        assert_true(platform_parse(span_string(choices[i].wanted), &wanted, &err));
        found = index_choose(index, &wanted, &d, &err);
        if (found != (choices[i].chosen >= 0) || (found && (int)d.size != choices[i].chosen))
            fail_msg("%s of %s is %d: %s", choices[i].wanted, choices[i].entries,
                     found ? (int)d.size : -1, err.message);
        if (!found) {
            assert_int_equal(err.kind, ERROR_NO_INPUT);
            assert_non_null(strstr(err.message, "there is "));
        }
        descriptor_release(&d);
        platform_release(&wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_platforms),
        cmocka_unit_test(reads_versions_of_the_os),
        cmocka_unit_test(chooses_platforms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
