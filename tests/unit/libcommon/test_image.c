/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vectors: image-spec (descriptor.md, image-index.md, manifest.md). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "image.h"
#include "json_in.h"
#include "xalloc.h"

#define A "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
/* Registered as well (image-spec descriptor.md knows it from 1.1 on). */
#define SHA384                                                                                     \
    "sha384:"                                                                                      \
    "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc" \
    "ccc"

static json_t *parse(const char *text)
{
    struct error err = {0};
    json_t *value = json_in_parse(span_string(text), "test", &err);

    if (!value)
        fail_msg("%s: %s", text, err.message);
    return value;
}

/* ---- descriptors and manifests ---- */

static void reads_descriptors(void **state)
{
    CLEANUP(cleanup_json)
    json_t *object = parse("{\"digest\":\"" A "\",\"size\":9223372036854775807}");
    struct descriptor d = {0};
    struct error err = {0};

    assert_true(descriptor_parse(object, &d, &err));
    assert_string_equal(DIGEST_TEXT(&d.digest), A);
    assert_true(d.size == INT64_MAX);
    assert_string_equal(d.media_type, "");
    descriptor_release(&d);
}

#define HELLO "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define EMPTY "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"

static void takes_data_that_is_right(void **state)
{
    static const struct {
        const char *text;
        const char *data; /* NULL: it is to be asked for */
    } cases[] = {
        {"{\"digest\":\"" HELLO "\",\"size\":5,\"data\":\"aGVsbG8=\"}", "hello"},
        {"{\"digest\":\"" HELLO "\",\"size\":5}", NULL},
        {"{\"digest\":\"" HELLO "\",\"size\":5,\"data\":\"aGVsbG9=x\"}", NULL},
        {"{\"digest\":\"" HELLO "\",\"size\":5,\"data\":\"aGVsbGE=\"}", NULL},
        {"{\"digest\":\"" HELLO "\",\"size\":6,\"data\":\"aGVsbG8=\"}", NULL},
        {"{\"digest\":\"" HELLO "\",\"size\":5,\"data\":[5]}", NULL},
        {"{\"digest\":\"" EMPTY "\",\"size\":2}", "{}"},
        {"{\"digest\":\"" EMPTY "\",\"size\":2,\"data\":\"aGk=\"}", "{}"},
        {"{\"digest\":\"" A "\",\"size\":2}", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_json) json_t *object = parse(cases[i].text);
        struct descriptor d = {0};
        struct descriptor copy = {0};
        struct error err = {0};

        assert_true(descriptor_parse(object, &d, &err));
        descriptor_copy(&copy, &d);
        descriptor_release(&d);
        if (cases[i].data)
            assert_string_equal(copy.data, cases[i].data);
        else
            assert_null(copy.data);
        descriptor_release(&copy);
    }
}

static void refuses_other_descriptors(void **state)
{
    static const struct {
        const char *text;
        enum error_kind kind;
        const char *part;
    } cases[] = {
        {"null", ERROR_MALFORMED, "not an object"},
        {"[]", ERROR_MALFORMED, "not an object"},
        {"{\"size\":1}", ERROR_MALFORMED, "'digest'"},
        {"{\"digest\":\"" A "\"}", ERROR_MALFORMED, "'size'"},
        {"{\"digest\":\"" A "\",\"size\":-1}", ERROR_MALFORMED, "'size'"},
        {"{\"digest\":\"" A "\",\"size\":1.5}", ERROR_MALFORMED, "'size'"},
        {"{\"digest\":\"" A "0\",\"size\":1}", ERROR_MALFORMED, "sha256"},
        {"{\"digest\":\"../../etc/passwd\",\"size\":1}", ERROR_MALFORMED, "../../etc/passwd"},
        {"{\"digest\":\"sha256:../aaaa\",\"size\":1}", ERROR_MALFORMED, "sha256"},
        {"{\"digest\":\"" SHA384 "\",\"size\":1}", ERROR_CONFIGURATION, "not supported"},
        {"{\"digest\":\"sha512:00\",\"size\":1}", ERROR_MALFORMED, "sha512"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_json) json_t *object = parse(cases[i].text);
        struct descriptor d = {0};
        struct error err = {0};

        if (descriptor_parse(object, &d, &err))
            fail_msg("'%s' was taken", cases[i].text);
        assert_int_equal(err.kind, cases[i].kind);
        if (!strstr(err.message, cases[i].part))
            fail_msg("'%s' is not in '%s'", cases[i].part, err.message);
        assert_null(d.media_type);
    }
}

static void tells_indexes_from_manifests(void **state)
{
    static const struct {
        const char *text;
        bool is_index;
    } cases[] = {
        {"{\"mediaType\":\"" MEDIA_TYPE_OCI_INDEX "\"}", true},
        {"{\"mediaType\":\"" MEDIA_TYPE_DOCKER_LIST "\"}", true},
        {"{\"manifests\":[]}", true},
        {"{\"manifests\":[],\"layers\":[]}", false},
        {"{\"mediaType\":\"" MEDIA_TYPE_OCI_MANIFEST "\",\"layers\":[]}", false},
        {"{\"manifests\":null}", false},
        {"{\"mediaType\":7}", false},
        {"[]", false},
        {"null", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_json) json_t *manifest = parse(cases[i].text);

        assert_int_equal(manifest_is_index(manifest), cases[i].is_index);
    }
}

#define DESCRIPTOR "{\"digest\":\"" A "\",\"size\":1}"
#define MANIFEST(layers) "{\"config\":" DESCRIPTOR ",\"layers\":[" layers "]}"

static void refuses_other_manifests(void **state)
{
    static const char *const cases[][2] = {
        {"{\"schemaVersion\":1,\"fsLayers\":[]}", "schema 1"},
        {"{\"schemaVersion\":2,\"mediaType\":\"" MEDIA_TYPE_OCI_ARTIFACT "\","
         "\"artifactType\":\"application/vnd.example.sbom\",\"blobs\":[]}",
         "artifact of type 'application/vnd.example.sbom'"},
        {"{\"config\":" DESCRIPTOR ",\"layers\":[],\"manifests\":[]}", "at once"},
        {"{}", "config"},
        {"[]", "config"},
        {"{\"config\":null,\"layers\":[]}", "config"},
        {"{\"config\":{},\"layers\":[]}", "config: 'digest'"},
        {"{\"config\":" DESCRIPTOR "}", "'layers'"},
        {"{\"config\":" DESCRIPTOR ",\"layers\":{}}", "'layers'"},
        {MANIFEST(DESCRIPTOR ",{}"), "layers[1]: 'digest'"},
        {MANIFEST("null"), "layers[0]: a descriptor"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_json) json_t *manifest = parse(cases[i][0]);
        struct error err = {0};
        IMAGE_AUTO(image);

        if (image_set_manifest(&image, manifest, &err))
            fail_msg("'%s' was taken", cases[i][0]);
        assert_int_equal(err.kind, ERROR_MALFORMED);
        if (!strstr(err.message, cases[i][1]))
            fail_msg("'%s' is not in '%s'", cases[i][1], err.message);
    }
}

static void refuses_too_many_layers(void **state)
{
    CLEANUP(cleanup_json) json_t *manifest = parse(MANIFEST(""));
    json_t *layers = json_object_get(manifest, "layers");
    struct error err = {0};
    IMAGE_AUTO(image);

    for (int i = 0; i <= LIMIT_LAYERS; i++)
        json_append_take(layers, parse(DESCRIPTOR));
    assert_false(image_set_manifest(&image, manifest, &err));
    assert_non_null(strstr(err.message, "1001 layers"));
}

/* ---- configs ---- */

static bool set_config(struct image *image, const char *layers, const char *config,
                       struct error *err)
{
    CLEANUP(cleanup_json) json_t *manifest = parse(layers);

    return image_set_manifest(image, manifest, err) &&
           image_set_config_take(image, parse(config), err);
}

static void reads_configs(void **state)
{
    struct error err = {0};
    IMAGE_AUTO(image);

    assert_true(set_config(&image, MANIFEST(DESCRIPTOR),
                           "{\"os\":\"linux\",\"architecture\":\"arm64\",\"variant\":\"v8\","
                           "\"created\":\"2024-06-01T12:00:00.123456789+02:00\","
                           "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" B "\"]}}",
                           &err));
    assert_string_equal(image.platform.os, "linux");
    assert_string_equal(image.platform.architecture, "arm64");
    assert_string_equal(image.platform.variant, "v8");
    assert_true(image.layers[0].has_diff_id);
    assert_string_equal(DIGEST_TEXT(&image.layers[0].diff_id), B);
    assert_int_equal(image_created(&image), 1717236000);
}

static void takes_what_is_no_image_config(void **state)
{
    static const char *const cases[] = {
        "{}", "[]", "null", "\"x\"", "{\"rootfs\":[]}", "{\"os\":1,\"created\":[]}"};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error err = {0};
        IMAGE_AUTO(image);

        assert_true(set_config(&image, MANIFEST(DESCRIPTOR), cases[i], &err));
        assert_false(image.layers[0].has_diff_id);
        assert_null(image.platform.os);
        assert_int_equal(image_created(&image), 0);
    }
}

static void refuses_configs_that_do_not_fit(void **state)
{
    static const char *const cases[][2] = {
        {"{\"rootfs\":{\"diff_ids\":[]}}", "0 diff_ids for 1 layers"},
        {"{\"rootfs\":{\"diff_ids\":[\"" A "\",\"" B "\"]}}", "2 diff_ids for 1 layers"},
        {"{\"rootfs\":{\"diff_ids\":[7]}}", "diff_ids[0]"},
        {"{\"rootfs\":{\"diff_ids\":[\"sha256:\"]}}", "diff_ids[0]"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error err = {0};
        IMAGE_AUTO(image);

        assert_false(set_config(&image, MANIFEST(DESCRIPTOR), cases[i][0], &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
        assert_non_null(strstr(err.message, cases[i][1]));
    }
}

/* ---- indexes ---- */

static void refuses_indexes_without_list(void **state)
{
    CLEANUP(cleanup_json)
    json_t *index = parse("{\"mediaType\":\"" MEDIA_TYPE_OCI_INDEX "\",\"manifests\":null}");
    struct platform wanted = {0};
    struct descriptor d = {0};
    struct error err = {0};

    platform_of_host(&wanted);
    assert_string_equal(wanted.os, "linux");
    assert_false(index_choose(index, &wanted, &d, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    platform_release(&wanted);
}

/* ---- the image document ---- */

#define DOCUMENT                                                                                  \
    "{\"reference\":\"oci:x\",\"resolved\":\"oci:x@" A "\",\"platform\":{\"os\":\"linux\","       \
    "\"architecture\":\"amd64\",\"variant\":null},\"layout\":\"/x\",\"manifest\":{\"mediaType\":" \
    "\"m\",\"digest\":\"" A "\",\"size\":1},\"config\":{\"mediaType\":\"c\",\"digest\":\"" B      \
    "\",\"size\":2},\"layers\":[{\"mediaType\":\"l\",\"digest\":\"" A "\",\"size\":3,"            \
    "\"diff_id\":\"" B "\",\"absent\":false},{\"mediaType\":\"l\",\"digest\":\"" B "\","          \
    "\"size\":4,\"diff_id\":null,\"absent\":true}]}"

static void writes_what_it_reads(void **state)
{
    CLEANUP(cleanup_json) json_t *document = parse("{\"result\":" DOCUMENT "}");
    struct error err = {0};
    IMAGE_AUTO(image);
    JSON_OUT_AUTO(w);

    assert_true(image_read(&image, document, &err));
    json_out_init_buffer(&w, LIMIT_MANIFEST);
    json_out_object(&w);
    image_write(&w, &image);
    json_out_end(&w);
    assert_true(json_out_finish(&w, &err));
    assert_string_equal(w.buf.data, DOCUMENT);
}

static void refuses_other_documents(void **state)
{
    static const char *const cases[] = {
        "{}",
        "[]",
        "{\"result\":null}",
        "{\"result\":{\"reference\":\"x\",\"resolved\":\"x\"}}",
        "{\"result\":{\"reference\":\"x\",\"resolved\":\"x\",\"manifest\":" DESCRIPTOR
        ",\"config\":" DESCRIPTOR ",\"layers\":[{\"digest\":\"" A
        "\",\"size\":1,\"diff_id\":\"x\"}]}}",
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_json) json_t *document = parse(cases[i]);
        struct error err = {0};
        IMAGE_AUTO(image);

        assert_false(image_read(&image, document, &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
    }
}

/* ---- artifacts ---- */

static void tells_artifacts_from_images(void **state)
{
#define CONFIG(type) "{\"config\":{\"mediaType\":\"" type "\",\"digest\":\"" A "\",\"size\":2},"
#define LAYER(type) "{\"mediaType\":\"" type "\",\"digest\":\"" B "\",\"size\":1}"
    static const struct {
        const char *manifest;
        const char *artifact_type;
    } cases[] = {
        {CONFIG(MEDIA_TYPE_OCI_CONFIG) "\"layers\":[]}", NULL},
        {CONFIG(MEDIA_TYPE_DOCKER_CONFIG) "\"layers\":[" LAYER("") "]}", NULL},
        {CONFIG("") "\"layers\":[" LAYER(MEDIA_TYPE_OCI_LAYER "+zstd") "]}", NULL},
        /* One layer of an image's is enough. */
        {CONFIG(MEDIA_TYPE_OCI_CONFIG) "\"layers\":[" LAYER("a/model") "," LAYER(
             "application/vnd.docker.image.rootfs.diff.tar.gzip") "]}",
         NULL},
        {CONFIG(MEDIA_TYPE_OCI_CONFIG) "\"artifactType\":\"a/x\",\"layers\":[]}", NULL},
        {CONFIG(MEDIA_TYPE_OCI_CONFIG) "\"layers\":[" LAYER("a/signature") "]}", "a/signature"},
        {CONFIG("a/config") "\"layers\":[" LAYER(MEDIA_TYPE_OCI_LAYER) "]}", "a/config"},
        {CONFIG("a/config") "\"artifactType\":\"a/x\",\"layers\":[]}", "a/x"},
        {CONFIG(MEDIA_TYPE_OCI_EMPTY) "\"artifactType\":\"a/x\",\"layers\":[]}", "a/x"},
        {CONFIG(MEDIA_TYPE_OCI_EMPTY) "\"layers\":[" LAYER("a/layer") "]}", "a/layer"},
        {CONFIG(MEDIA_TYPE_OCI_EMPTY) "\"layers\":[]}", MEDIA_TYPE_OCI_EMPTY},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CLEANUP(cleanup_json) json_t *manifest = parse(cases[i].manifest);
        struct error err = {0};
        IMAGE_AUTO(image);

        assert_true(image_set_manifest(&image, manifest, &err));
        if (cases[i].artifact_type)
            assert_string_equal(image.artifact_type, cases[i].artifact_type);
        else
            assert_null(image.artifact_type);
    }
}

static void believes_no_config_of_an_artifact(void **state)
{
    static const struct span odd[] = {{"no JSON", 7},
                                      {"", 0},
                                      {"[]", 2},
                                      {"{\"rootfs\":{\"diff_ids\":[1,2,3]}}", 31}};
    CLEANUP(cleanup_json)
    json_t *artifact = parse(CONFIG("a/config") "\"layers\":[" LAYER("a/layer") "]}");
    CLEANUP(cleanup_json)
    json_t *ordinary = parse(CONFIG("") "\"layers\":[" LAYER("") "]}");

    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct error err = {0};
        IMAGE_AUTO(image);
        IMAGE_AUTO(other);

        assert_true(image_set_manifest(&image, artifact, &err));
        assert_true(image_set_config_text(&image, odd[i], &err));
        assert_false(image.layers[0].has_diff_id);
        assert_true(image_set_manifest(&other, ordinary, &err));
        if (i != 2) /* that is a config which says nothing */
            assert_false(image_set_config_text(&other, odd[i], &err));
    }
#undef CONFIG
#undef LAYER
}

static void knows_what_media_types_say(void **state)
{
    (void)state;
    assert_true(media_type_is_foreign("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"));
    assert_true(
        media_type_is_foreign("application/vnd.oci.image.layer.nondistributable.v1.tar+zstd"));
    assert_false(media_type_is_foreign("application/vnd.docker.image.rootfs.diff.tar.gzip"));
    assert_false(media_type_is_foreign(NULL));
    assert_true(media_type_is_encrypted(MEDIA_TYPE_OCI_LAYER "+gzip+encrypted"));
    assert_true(media_type_is_encrypted("+encrypted"));
    assert_false(media_type_is_encrypted(MEDIA_TYPE_OCI_LAYER "+encrypted+gzip"));
    assert_false(media_type_is_encrypted("encrypted"));
    assert_false(media_type_is_encrypted(""));
    assert_true(media_type_is_layer("application/octet-stream"));
    assert_false(media_type_is_layer("application/vnd.cncf.helm.chart.content.v1.tar+gzip"));
    assert_false(media_type_is_image_config(MEDIA_TYPE_OCI_EMPTY));
}

/* A descriptor of that type and those urls, copied: how many of them it keeps. */
static size_t kept_urls(const char *type, const char *urls)
{
    CLEANUP(cleanup_free)
    char *text = xasprintf(
        "{\"mediaType\": \"%s\", \"digest\": \"sha256:%064d\", \"size\": 1, \"urls\": %s}", type, 0,
        urls);
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *object = json_in_parse(span_string(text), "test", &err);
    struct descriptor d = {0};
    struct descriptor copy = {0};
    size_t count;

    assert_true(descriptor_parse(object, &d, &err));
    descriptor_copy(&copy, &d);
    descriptor_release(&d);
    count = copy.url_count;
    for (size_t i = 0; i < count; i++)
        assert_non_null(strstr(copy.urls[i], "://"));
    descriptor_release(&copy);
    return count;
}

static void reads_urls_of_foreign_layers(void **state)
{
    static const char foreign[] = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";

    (void)state;
    assert_int_equal(kept_urls(foreign, "[\"https://a/b\", \"http://c/\"]"), 2);
    assert_int_equal(
        kept_urls(foreign,
                  "[\"ftp://a/b\", \"file:///etc/passwd\", \"/x\", 1, null, \"http://a\\u0000b\"]"),
        0);
    assert_int_equal(kept_urls(foreign, "\"https://a/b\""), 0);
    assert_int_equal(kept_urls(foreign,
                               "[\"http://1\",\"http://2\",\"http://3\",\"http://4\",\"http://5\","
                               "\"http://6\",\"http://7\",\"http://8\",\"http://9\"]"),
                     LIMIT_LAYER_URLS);
    assert_int_equal(kept_urls(MEDIA_TYPE_OCI_LAYER, "[\"https://a/b\"]"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_artifacts_from_images),
        cmocka_unit_test(believes_no_config_of_an_artifact),
        cmocka_unit_test(knows_what_media_types_say),
        cmocka_unit_test(reads_descriptors),
        cmocka_unit_test(takes_data_that_is_right),
        cmocka_unit_test(reads_urls_of_foreign_layers),
        cmocka_unit_test(refuses_other_descriptors),
        cmocka_unit_test(tells_indexes_from_manifests),
        cmocka_unit_test(refuses_other_manifests),
        cmocka_unit_test(refuses_too_many_layers),
        cmocka_unit_test(reads_configs),
        cmocka_unit_test(takes_what_is_no_image_config),
        cmocka_unit_test(refuses_configs_that_do_not_fit),
        cmocka_unit_test(refuses_indexes_without_list),
        cmocka_unit_test(writes_what_it_reads),
        cmocka_unit_test(refuses_other_documents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
