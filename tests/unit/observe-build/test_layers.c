/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "json_in.h"
#include "package_diff.h"

#define LAYER(digest, diff_id) "{\"digest\":\"" digest "\",\"diff_id\":\"" diff_id "\"}"
#define PACKAGE(name, version, layer, more)                                                   \
    "{\"type\":\"pypi\",\"name\":\"" name "\",\"version\":\"" version "\",\"layer\":\"" layer \
    "\",\"location\":\"/p/" name "-" version ".dist-info\"" more "}"
#define HISTORY                                                                \
    "[{\"created_by\":\"ADD\"},{\"created_by\":\"ENV\",\"empty_layer\":true}," \
    "{\"created_by\":\"RUN pip\"}]"

static json_t *analysis(const char *layers, const char *packages)
{
    char text[4000];
    struct error err = {0};

    snprintf(text, sizeof text,
             "{\"result\":{\"image\":{\"layers\":[%s]},\"history\":" HISTORY ",\"packages\":[%s]}}",
             layers, packages);
    return json_in_parse(span_string(text), "test", &err);
}

static void check(const char *base_layers, const char *output_layers, size_t shared, bool on_base)
{
    CLEANUP(cleanup_json) json_t *base = base_layers ? analysis(base_layers, "") : NULL;
    CLEANUP(cleanup_json) json_t *output = analysis(output_layers, "");
    struct error err = {0};
    struct layers layers;

    assert_true(layers_read(&layers, base, output, &err));
    assert_int_equal(layers.shared, shared);
    assert_int_equal(layers.on_base, on_base);
    layers_release(&layers);
}

static void tells_whose_layers_are_first(void **state)
{
    check("", "", 0, true);
    check("", LAYER("a", "1"), 0, true);
    check(LAYER("a", "1"), LAYER("a", "1") "," LAYER("b", "2"), 1, true);
    check(LAYER("a", "1"), LAYER("b", "2") "," LAYER("a", "1"), 0, false);
    check(LAYER("a", "1") "," LAYER("b", "2"), LAYER("a", "1"), 1, false);
    check(LAYER("a", "1") "," LAYER("b", "2"), LAYER("a", "1") "," LAYER("c", "3"), 1, false);
    check(NULL, LAYER("a", "1"), 0, false);
}

static void a_registry_may_compress_anew(void **state)
{
    check(LAYER("a", "1"), LAYER("b", "1"), 1, true);
    check("{\"digest\":\"a\",\"diff_id\":null}", "{\"digest\":\"b\",\"diff_id\":null}", 0, false);
    check("{}", "{}", 0, false);
}

/* Compares, and says who removed x 1 of the base. */
static json_t *table_of(const char *output_layers, const char *output_packages, const char *remover,
                        enum package_change_kind first)
{
    CLEANUP(cleanup_json)
    json_t *base =
        analysis(LAYER("a", "1"), PACKAGE("x", "1", "a", "") "," PACKAGE("y", "1", "a", ""));
    CLEANUP(cleanup_json) json_t *output = analysis(output_layers, output_packages);
    struct error err = {0};
    struct layers layers;
    json_t *table;
    size_t count;
    PACKAGE_LIST_AUTO(before);
    PACKAGE_LIST_AUTO(after);
    PACKAGE_DIFF_AUTO(diff);

    assert_true(package_list_read(&before, base, &err));
    assert_true(package_list_read(&after, output, &err));
    assert_true(layers_read(&layers, base, output, &err));
    package_diff_make(&diff, &before, &after, &layers);
    assert_int_equal(package_change_kind(&diff.items[0]), first);
    assert_true(span_equal_string(
        layers_remover(&layers, package_list_find(&before, SPAN_LITERAL("pypi"), "x", &count)),
        remover));
    table = layers_table(&layers, &diff);
    layers_release(&layers);
    return table;
}

static int64_t at(const json_t *table, size_t i, const char *key)
{
    return json_in_int_or(json_array_get(table, i), key, -1);
}

static void tells_what_each_layer_did(void **state)
{
    CLEANUP(cleanup_json)
    json_t *table =
        table_of(LAYER("a", "1") "," LAYER("b", "2"),
                 PACKAGE("y", "2", "b", "") "," PACKAGE("z", "1", "b", ""), "b", PACKAGE_REMOVED);

    assert_int_equal(json_array_size(table), 2);
    assert_int_equal(at(table, 0, "added") + at(table, 0, "removed") + at(table, 0, "changed"), 0);
    assert_int_equal(at(table, 1, "added"), 1);
    assert_int_equal(at(table, 1, "removed"), 1);
    assert_int_equal(at(table, 1, "changed"), 1);
    assert_string_equal(json_in_string_or(json_array_get(table, 0), "from", ""), "base");
    assert_string_equal(json_in_string_or(json_array_get(table, 1), "from", ""), "build");
    assert_string_equal(json_in_string_or(json_array_get(table, 0), "created_by", ""), "ADD");
    assert_string_equal(json_in_string_or(json_array_get(table, 1), "created_by", ""), "RUN pip");
}

static void of_two_layers_only_the_analysis_knows_who_removed(void **state)
{
#define THREE LAYER("a", "1") "," LAYER("b", "2") "," LAYER("c", "3")
    json_decref(table_of(THREE, PACKAGE("y", "1", "a", ""), "", PACKAGE_REMOVED));
    json_decref(
        table_of(THREE,
                 PACKAGE("x", "1", "a", ",\"removed_by\":\"c\"") "," PACKAGE("y", "1", "a", ""),
                 "c", PACKAGE_REMOVED));
}

static void what_a_layer_brought_in_anew_is_readded(void **state)
{
    json_decref(table_of(LAYER("a", "1") "," LAYER("b", "2"),
                         PACKAGE("x", "1", "b", "") "," PACKAGE("y", "1", "a", ""), "b",
                         PACKAGE_READDED));
    /* Built on another base: nobody knows which layer is whose. */
    json_decref(table_of(LAYER("c", "3") "," LAYER("b", "2"), PACKAGE("y", "1", "b", ""), "",
                         PACKAGE_REMOVED));
}

static void what_came_with_the_base_is_not_added(void **state)
{
    CLEANUP(cleanup_json)
    json_t *table =
        table_of(LAYER("a", "1") "," LAYER("b", "2"),
                 PACKAGE("y", "1", "a", "") "," PACKAGE("z", "1", "a", ""), "b", PACKAGE_REMOVED);

    assert_int_equal(at(table, 0, "added") + at(table, 1, "added"), 0);
}

/* What files_added is of these layers, where layer_files is this. */
static void check_files(const char *base_layers, const char *output_layers, const char *files,
                        const char *wanted)
{
    CLEANUP(cleanup_json) json_t *base = base_layers ? analysis(base_layers, "") : NULL;
    CLEANUP(cleanup_json) json_t *output = analysis(output_layers, "");
    CLEANUP(cleanup_free) char *text = NULL;
    struct error err = {0};
    struct layers layers;
    json_t *added;

    json_put_take(json_object_get(output, "result"), "layer_files",
                  json_in_parse(span_string(files), "test", &err));
    assert_true(layers_read(&layers, base, output, &err));
    added = layers_files_added(&layers);
    text = json_dumps(added, JSON_COMPACT | JSON_ENCODE_ANY);
    assert_string_equal(text, wanted);
    json_decref(added);
    layers_release(&layers);
}

static void adds_up_the_files_of_the_build(void **state)
{
#define USR(layer, files) \
    "{\"layer\":\"" layer "\",\"folders\":[{\"path\":\"/usr\",\"files\":" files ",\"bytes\":10}]}"
#define SUM(files, bytes)                                                                       \
    "{\"files\":" files ",\"bytes\":" bytes ",\"folders\":[{\"path\":\"/usr\",\"files\":" files \
    ",\"bytes\":" bytes "}],\"others\":{\"files\":0,\"bytes\":0}}"
    check_files(LAYER("a", "1"), THREE, "[" USR("a", "1") "," USR("b", "2") "," USR("c", "4") "]",
                SUM("6", "20"));
    /* The base's need not be told, the build's must. */
    check_files(LAYER("a", "1"), THREE, "[" USR("b", "2") "," USR("c", "4") "]", SUM("6", "20"));
    check_files(LAYER("a", "1"), THREE, "[" USR("a", "1") "," USR("b", "2") "]", "null");
    check_files(LAYER("a", "1"), THREE, "7", "null");
    check_files(LAYER("x", "9"), THREE, "[" USR("b", "2") "," USR("c", "4") "]", "null");
    check_files(NULL, THREE, "[" USR("a", "1") "," USR("b", "2") "," USR("c", "4") "]", "null");
    check_files(THREE, THREE, "[]",
                "{\"files\":0,\"bytes\":0,\"folders\":[],\"others\":{\"files\":0,\"bytes\":0}}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_whose_layers_are_first),
        cmocka_unit_test(a_registry_may_compress_anew),
        cmocka_unit_test(tells_what_each_layer_did),
        cmocka_unit_test(of_two_layers_only_the_analysis_knows_who_removed),
        cmocka_unit_test(what_a_layer_brought_in_anew_is_readded),
        cmocka_unit_test(what_came_with_the_base_is_not_added),
        cmocka_unit_test(adds_up_the_files_of_the_build),
    };

    return cmocka_run_group_tests_name("layers", tests, NULL, NULL);
}
