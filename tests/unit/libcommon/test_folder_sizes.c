/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "folder_sizes.h"
#include "json_in.h"
#include "limits.h"
#include "xalloc.h"

static void expect(const struct folder_sizes *sizes, const char *wanted)
{
    CLEANUP(cleanup_json) json_t *told = json_new_object();
    CLEANUP(cleanup_free) char *text = NULL;

    folder_sizes_put(told, sizes);
    text = json_dumps(told, JSON_COMPACT);
    assert_string_equal(text, wanted);
}

static void counts_by_the_first_name(void **state)
{
    struct folder_sizes sizes = {0};

    (void)state;
    expect(&sizes, "{\"files\":0,\"bytes\":0,\"folders\":[],\"others\":{\"files\":0,\"bytes\":0}}");
    folder_sizes_add_file(&sizes, SPAN_LITERAL("usr/bin/a"), 10);
    folder_sizes_add_file(&sizes, SPAN_LITERAL("var/x"), 20);
    folder_sizes_add_file(&sizes, SPAN_LITERAL("usr"), 3); /* a file of that name */
    folder_sizes_add_file(&sizes, SPAN_LITERAL("usr/b"), 5);
    folder_sizes_add_file(&sizes, SPAN_LITERAL("us/b"), 15);
    expect(&sizes,
           "{\"files\":5,\"bytes\":53,\"folders\":["
           "{\"path\":\"/var\",\"files\":1,\"bytes\":20},"
           "{\"path\":\"/us\",\"files\":1,\"bytes\":15},"
           "{\"path\":\"/usr\",\"files\":2,\"bytes\":15},"
           "{\"path\":\"/\",\"files\":1,\"bytes\":3}],\"others\":{\"files\":0,\"bytes\":0}}");
    folder_sizes_release(&sizes);
}

static void the_rest_is_told_together(void **state)
{
    struct folder_sizes sizes = {0};
    char long_name[LIMIT_FILE_NAME + 2] = {0};

    (void)state;
    for (int i = 0; i < LIMIT_TOP_FOLDERS + 6; i++) {
        char path[32];

        snprintf(path, sizeof path, "d%d/file", i);
        folder_sizes_add_file(&sizes, span_string(path), 1);
    }
    assert_int_equal(sizes.count, LIMIT_TOP_FOLDERS);
    assert_int_equal(sizes.others.files, 6);
    folder_sizes_release(&sizes);
    for (int i = 0; i < LIMIT_FILE_NAME + 1; i++)
        long_name[i] = 'n';
    folder_sizes_add(&sizes, span_string(long_name), 1, 1);
    folder_sizes_add(&sizes, span_head(span_string(long_name), LIMIT_FILE_NAME), 1, 1);
    assert_int_equal(sizes.count, 1);
    assert_int_equal(sizes.others.files, 1);
    folder_sizes_release(&sizes);
}

static void sums_have_an_end(void **state)
{
    struct folder_sizes sizes = {0};

    (void)state;
    folder_sizes_add_file(&sizes, SPAN_LITERAL("a/b"), UINT64_MAX);
    folder_sizes_add_file(&sizes, SPAN_LITERAL("a/c"), 1);
    folder_sizes_add(&sizes, SPAN_LITERAL("b"), -5, INT64_MIN);
    expect(&sizes, "{\"files\":2,\"bytes\":9223372036854775807,\"folders\":["
                   "{\"path\":\"/a\",\"files\":2,\"bytes\":9223372036854775807},"
                   "{\"path\":\"/b\",\"files\":0,\"bytes\":0}],"
                   "\"others\":{\"files\":0,\"bytes\":0}}");
    folder_sizes_release(&sizes);
}

static void add_text(struct folder_sizes *sizes, const char *text)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *told = json_in_parse(span_string(text), "test", &err);

    assert_non_null(told);
    folder_sizes_add_told(sizes, told);
}

static void what_is_told_can_be_added(void **state)
{
    struct folder_sizes sizes = {0};

    (void)state;
    add_text(&sizes,
             "{\"folders\":[{\"path\":\"/usr\",\"files\":2,\"bytes\":20},"
             "{\"path\":\"/\",\"files\":1,\"bytes\":1}],\"others\":{\"files\":1,\"bytes\":2}}");
    add_text(&sizes, "{\"folders\":[{\"path\":\"/usr\",\"files\":1,\"bytes\":5},3,"
                     "{\"path\":[],\"files\":\"x\",\"bytes\":-1}],\"others\":7}");
    add_text(&sizes, "{\"folders\":{\"path\":\"/usr\"}}");
    expect(&sizes,
           "{\"files\":5,\"bytes\":28,\"folders\":["
           "{\"path\":\"/usr\",\"files\":3,\"bytes\":25},"
           "{\"path\":\"/\",\"files\":1,\"bytes\":1}],\"others\":{\"files\":1,\"bytes\":2}}");
    folder_sizes_release(&sizes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_by_the_first_name),
        cmocka_unit_test(the_rest_is_told_together),
        cmocka_unit_test(sums_have_an_end),
        cmocka_unit_test(what_is_told_can_be_added),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
