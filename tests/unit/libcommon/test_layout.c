/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "image_source.h"
#include "json_in.h"
#include "layout.h"
#include "xalloc.h"

#define WRITERS 8
#define LAYOUTS 20

/* A new folder for each test; what is left is the runner's to remove. */
static int set_up(void **state)
{
    const char *parent = getenv("TMPDIR");

    *state = xasprintf("%s/layout.XXXXXX", parent ? parent : "/tmp");
    return mkdtemp(*state) ? 0 : -1;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct layout *make_layout(const char *folder)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/a/b", folder);
    struct error err = {0};
    struct layout *layout = layout_open_or_create(path, &err);

    if (!layout)
        fail_msg("%s", err.message);
    return layout;
}

static struct descriptor describe(struct span bytes)
{
    return (struct descriptor){.digest = digest_of(bytes), .size = bytes.len};
}

/* How many files lie among the blobs, whatever their names. */
static int count_blobs(const struct layout *layout)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/blobs/sha256", layout_path(layout));
    DIR *folder = opendir(path);
    int count = 0;

    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}

/* ---- blobs ---- */

static void keeps_blobs(void **state)
{
    CLEANUP(cleanup_layout) struct layout *layout = make_layout(*state);
    const struct span bytes = SPAN_LITERAL("hello");
    struct descriptor blob = describe(bytes);
    CLEANUP(cleanup_stream) struct stream *in = stream_of_span(bytes);
    STRBUF_AUTO(out, 1 * KIB);
    struct error err = {0};

    assert_true(layout_path(layout)[0] == '/');
    assert_false(layout_has_blob(layout, &blob));
    assert_true(layout_write_blob(layout, &blob, in, &err));
    assert_true(layout_has_blob(layout, &blob));
    assert_true(layout_read_blob(layout, &blob, 5, &out, &err));
    assert_string_equal(out.data, "hello");
    assert_int_equal(count_blobs(layout), 1);
    assert_false(layout_read_blob(layout, &blob, 4, &out, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
}

/* A blob whose bytes are not what its descriptor says leaves nothing behind. */
static void refuses_wrong_bytes(void **state)
{
    CLEANUP(cleanup_layout) struct layout *layout = make_layout(*state);
    static const char *const cases[] = {"hellp", "hell", "hello!", ""};
    struct descriptor blob = describe(SPAN_LITERAL("hello"));

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_stream) struct stream *in = stream_of_span(span_string(cases[i]));
        struct error err = {0};

        assert_false(layout_write_blob(layout, &blob, in, &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
        assert_false(layout_has_blob(layout, &blob));
        assert_int_equal(count_blobs(layout), 0);
    }
}

static bool break_off(struct stream *s, struct span *ret_piece, struct error *err)
{
    (void)s;
    (void)ret_piece;
    return error_set(err, ERROR_TRY_AGAIN, "the line is dead");
}

static void close_nothing(struct stream *s)
{
    (void)s;
}

static void leaves_nothing_of_a_broken_stream(void **state)
{
    static const struct stream_ops ops = {.next = break_off, .close = close_nothing};
    CLEANUP(cleanup_layout) struct layout *layout = make_layout(*state);
    struct descriptor blob = describe(SPAN_LITERAL("hello"));
    struct stream broken = {.ops = &ops};
    struct error err = {0};

    assert_false(layout_write_blob(layout, &blob, &broken, &err));
    assert_int_equal(err.kind, ERROR_TRY_AGAIN);
    assert_int_equal(count_blobs(layout), 0);
}

/* ---- index.json ---- */

static void add(struct layout *layout, const char *bytes, const char *name)
{
    struct descriptor blob = describe(span_string(bytes));
    struct error err = {0};

    blob.media_type = (char *)(uintptr_t)MEDIA_TYPE_OCI_MANIFEST;
    if (!layout_add_manifest(layout, &blob, name, &err))
        fail_msg("%s", err.message);
}

static void finds(const struct layout *layout, const char *name, const char *bytes)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *index = layout_index(layout, &err);
    struct digest wanted = digest_of(span_string(bytes));
    struct descriptor found = {0};

    assert_non_null(index);
    if (!layout_index_find(index, name, &found, &err))
        fail_msg("%s", err.message);
    assert_true(digest_equal(&found.digest, &wanted));
    descriptor_release(&found);
}

static size_t entries(const struct layout *layout)
{
    struct error err = {0};
    CLEANUP(cleanup_json) json_t *index = layout_index(layout, &err);

    return json_array_size(json_object_get(index, "manifests"));
}

static void names_manifests(void **state)
{
    CLEANUP(cleanup_layout) struct layout *layout = make_layout(*state);

    assert_int_equal(entries(layout), 0);
    add(layout, "a", NULL);
    add(layout, "a", NULL);
    finds(layout, NULL, "a");
    assert_int_equal(entries(layout), 1);
    add(layout, "a", "one");
    add(layout, "b", "two");
    finds(layout, "one", "a");
    add(layout, "c", "one");
    finds(layout, "one", "c");
    finds(layout, "two", "b");
    assert_int_equal(entries(layout), 3);
}

static void says_what_there_is(void **state)
{
    static const struct {
        const char *index;
        const char *tag;
        enum error_kind kind;
        const char *part;
    } cases[] = {
        {"{\"manifests\":[]}", NULL, ERROR_NO_INPUT, "0 images"},
        {"{\"manifests\":[]}", "x", ERROR_NO_INPUT, "no image 'x'; there is none"},
        {"{\"manifests\":[{},{}]}", NULL, ERROR_NO_INPUT, "2 images"},
        {"{\"manifests\":[{}]}", NULL, ERROR_MALFORMED, "'digest'"},
        {"{\"manifests\":[null]}", "x", ERROR_NO_INPUT, "none"},
        {"{\"manifests\":[{\"annotations\":{\"org.opencontainers.image.ref.name\":7}}]}", "7",
         ERROR_NO_INPUT, "none"},
        {"{\"manifests\":[{\"annotations\":{\"org.opencontainers.image.ref.name\":\"a\\nb\"}}]}",
         "x", ERROR_NO_INPUT, "there is 'a?b'"},
        {"{\"manifests\":null}", NULL, ERROR_MALFORMED, "'manifests'"},
        {"[]", NULL, ERROR_MALFORMED, "'manifests'"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error err = {0};
        CLEANUP(cleanup_json)
        json_t *index = json_in_parse(span_string(cases[i].index), "test", &err);
        struct descriptor found = {0};

        assert_false(layout_index_find(index, cases[i].tag, &found, &err));
        assert_int_equal(err.kind, cases[i].kind);
        if (!strstr(err.message, cases[i].part))
            fail_msg("'%s' is not in '%s'", cases[i].part, err.message);
    }
}

/* Waits for the others, makes the layout at path or finds it made, and adds to it. */
static void write_beside_others(const char *path, int gate, char name)
{
    const char text[2] = {name, '\0'};
    struct error err = {0};
    char byte;

    /* The gate's end comes to all at the same time. */
    if (read(gate, &byte, 1) != 0)
        _exit(1);
    CLEANUP(cleanup_layout) struct layout *layout = layout_open_or_create(path, &err);
    if (!layout)
        _exit(2);
    add(layout, text, text);
    _exit(0);
}

static void race_for(const char *path)
{
    int gate[2];
    int status;

    assert_int_equal(pipe(gate), 0);
    for (int i = 0; i < WRITERS; i++)
        if (fork() == 0) {
            close(gate[1]);
            write_beside_others(path, gate[0], (char)('a' + i));
        }
    close(gate[0]);
    close(gate[1]);
    for (int i = 0; i < WRITERS; i++)
        assert_true(wait(&status) > 0 && status == 0);
}

/* Processes that make one layout at the same time: every entry is there in the end. */
static void loses_no_entry(void **state)
{
    for (int i = 0; i < LAYOUTS; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("%s/%d", (char *)*state, i);
        CLEANUP(cleanup_layout) struct layout *layout = NULL;
        struct error err = {0};

        race_for(path);
        layout = layout_open(path, &err);
        assert_non_null(layout);
        assert_int_equal(entries(layout), WRITERS);
    }
}

/* ---- opening ---- */

static void write_file(const char *folder, const char *name, const char *text)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static void refuses_what_is_no_layout(void **state)
{
    static const struct {
        const char *text; /* of oci-layout; NULL: there is none */
        enum error_kind kind;
        const char *part;
    } cases[] = {
        {NULL, ERROR_NO_INPUT, "oci-layout"},
        {"", ERROR_MALFORMED, "not JSON"},
        {"{}", ERROR_MALFORMED, "'imageLayoutVersion'"},
        {"{\"imageLayoutVersion\":\"2.0.0\"}", ERROR_MALFORMED, "'2.0.0' is not 1.x"},
        {"{\"imageLayoutVersion\":1}", ERROR_MALFORMED, "'imageLayoutVersion'"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error err = {0};

        if (cases[i].text)
            write_file(*state, "oci-layout", cases[i].text);
        assert_null(layout_open(*state, &err));
        assert_int_equal(err.kind, cases[i].kind);
        if (!strstr(err.message, cases[i].part))
            fail_msg("'%s' is not in '%s'", cases[i].part, err.message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_blobs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_wrong_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_nothing_of_a_broken_stream, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_manifests, set_up, tear_down),
        cmocka_unit_test(says_what_there_is),
        cmocka_unit_test_setup_teardown(loses_no_entry, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_layout, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
