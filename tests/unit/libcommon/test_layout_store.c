/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blobs that come in more than one go, in a folder of the test's own. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "layout_store.h"
#include "xalloc.h"

#define BYTES "hello, layout"

/* What open_rest() gives, and what it was asked for. */
struct origin {
    const char *bytes; /* of the whole */
    size_t cut;        /* the connection breaks here, 0: never */
    int asked;
    uint64_t first; /* of the last time */
};

struct cut_stream {
    struct stream base;
    struct span left;
    bool breaks;
};

static bool cut_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct cut_stream *s = (struct cut_stream *)base;

    *ret_piece = s->left;
    s->left = span_of(NULL, 0);
    return ret_piece->len || !s->breaks || error_set(err, ERROR_TRY_AGAIN, "the line is dead");
}

static void cut_close(struct stream *base)
{
    free(base);
}

static struct stream *open_rest(void *context, const struct descriptor *blob, uint64_t first,
                                struct error *err)
{
    static const struct stream_ops ops = {.next = cut_next, .close = cut_close};
    struct origin *origin = context;
    struct cut_stream *s = xcalloc(1, sizeof *s);
    size_t end = origin->cut ? origin->cut : strlen(origin->bytes);

    (void)blob;
    (void)err;
    origin->asked++;
    origin->first = first;
    s->base.ops = &ops;
    s->left = span_of(origin->bytes + first, end - (size_t)first);
    s->breaks = origin->cut != 0;
    return &s->base;
}

/* ---- a layout, the blob BYTES and its file on the way ---- */

struct fixture {
    char *folder;
    struct layout *layout;
    struct descriptor blob;
    char *partial;
};

static void set_blob(struct fixture *f, const char *bytes)
{
    free(f->partial);
    f->blob = (struct descriptor){.digest = digest_of(span_string(bytes)), .size = strlen(bytes)};
    f->partial = xasprintf("%s/partial/sha256-%s", f->folder, DIGEST_HEX_TEXT(&f->blob.digest));
}

static int set_up(void **state)
{
    static struct fixture f;
    const char *parent = getenv("TMPDIR");
    struct error err = {0};

    f.folder = xasprintf("%s/layout.XXXXXX", parent ? parent : "/tmp");
    assert_non_null(mkdtemp(f.folder));
    f.layout = layout_open_or_create(f.folder, &err);
    assert_non_null(f.layout);
    set_blob(&f, BYTES);
    *state = &f;
    return 0;
}

/* What is left is the runner's to remove. */
static int tear_down(void **state)
{
    struct fixture *f = *state;

    layout_close(f->layout);
    free(STEAL(f->partial));
    free(f->folder);
    return 0;
}

static void leave_partial(const struct fixture *f, const char *bytes)
{
    char *folder = xasprintf("%s/partial", f->folder);
    FILE *file;

    mkdir(folder, 0777);
    file = fopen(f->partial, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, strlen(bytes), file), strlen(bytes));
    assert_int_equal(fclose(file), 0);
    free(folder);
}

static int64_t partial_size(const struct fixture *f)
{
    struct stat st;

    return stat(f->partial, &st) == 0 ? st.st_size : -1;
}

/* ---- */

static void stores_a_blob_once(void **state)
{
    struct fixture *f = *state;
    struct origin origin = {BYTES, 0, 0, 0};
    struct error err = {0};

    assert_true(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_true(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_int_equal(origin.asked, 1);
    assert_true(layout_has_blob(f->layout, &f->blob));
    assert_int_equal(partial_size(f), -1);
}

static void goes_on_where_it_was_cut(void **state)
{
    struct fixture *f = *state;
    struct origin origin = {BYTES, 5, 0, 0};
    struct error err = {0};

    assert_false(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_int_equal(err.kind, ERROR_TRY_AGAIN);
    assert_int_equal(partial_size(f), 5);
    origin.cut = 0;
    error_clear(&err);
    assert_true(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_int_equal(origin.first, 5);
    assert_true(layout_has_blob(f->layout, &f->blob));
}

/* All of it is there, and only the rename was missing. */
static void asks_for_nothing_that_is_there(void **state)
{
    struct fixture *f = *state;
    struct origin origin = {BYTES, 0, 0, 0};
    struct error err = {0};

    leave_partial(f, BYTES);
    assert_true(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_int_equal(origin.asked, 0);
    assert_true(layout_has_blob(f->layout, &f->blob));
}

static void starts_anew_after_wrong_bytes(void **state)
{
    static const char *const left[] = {"jello", "jello, layout", "hello, layout and more"};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
        struct origin origin = {BYTES, 0, 0, 0};
        struct error err = {0};
        char *place = layout_blob_path(f->layout, &f->blob);

        leave_partial(f, left[i]);
        assert_true(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
        assert_int_equal(origin.first, 0);
        assert_true(layout_has_blob(f->layout, &f->blob));
        assert_int_equal(remove(place), 0);
        free(place);
    }
}

static void keeps_nothing_that_is_wrong(void **state)
{
    static const char *const wrong[] = {"hello, Layout", "hello", "hello, layouts", ""};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct origin origin = {wrong[i], 0, 0, 0};
        struct error err = {0};

        assert_false(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
        assert_false(layout_has_blob(f->layout, &f->blob));
        assert_int_equal(partial_size(f), -1);
    }
}

/* ---- in turns of two threads ---- */

#define LARGE (9 * STREAM_PIECE + 7)

/* To free. */
static char *set_large_blob(struct fixture *f)
{
    char *bytes = xmalloc(LARGE + 1);

    for (size_t i = 0; i < LARGE; i++)
        bytes[i] = (char)('A' + i % 23 + i / STREAM_PIECE);
    bytes[LARGE] = 0;
    set_blob(f, bytes);
    return bytes;
}

static void stores_a_large_blob(void **state)
{
    struct fixture *f = *state;
    char *bytes = set_large_blob(f);

    for (int i = 0; i < 20; i++) {
        struct origin origin = {bytes, 7 * STREAM_PIECE + 1, 0, 0};
        struct error err = {0};
        char *place = layout_blob_path(f->layout, &f->blob);

        assert_false(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
        assert_int_equal(err.kind, ERROR_TRY_AGAIN);
        assert_int_equal(partial_size(f), origin.cut);
        origin.cut = 0;
        error_clear(&err);
        /* What was written so far was hashed right, and in order. */
        assert_true(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
        assert_int_equal(origin.first, 7 * STREAM_PIECE + 1);
        assert_int_equal(remove(place), 0);
        free(place);
    }
    free(bytes);
}

static void keeps_no_large_blob_that_is_wrong(void **state)
{
    struct fixture *f = *state;
    char *bytes = set_large_blob(f);
    struct origin origin = {bytes, 0, 0, 0};
    struct error err = {0};

    bytes[5 * STREAM_PIECE] ^= 1;
    assert_false(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_int_equal(partial_size(f), -1);
    free(bytes);
}

/* One thread cannot write: neither does the other. */
static void tells_that_it_cannot_write(void **state)
{
    struct fixture *f = *state;
    char *bytes = set_large_blob(f);
    struct origin origin = {bytes, 0, 0, 0};
    struct error err = {0};
    struct rlimit before;
    struct rlimit small;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 5 * STREAM_PIECE;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    assert_false(layout_store_blob(f->layout, &f->blob, open_rest, &origin, &err));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(err.kind, ERROR_LOCAL_IO);
    assert_int_equal(partial_size(f), -1);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(stores_a_blob_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(goes_on_where_it_was_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(asks_for_nothing_that_is_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(starts_anew_after_wrong_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_nothing_that_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stores_a_large_blob, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_no_large_blob_that_is_wrong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_that_it_cannot_write, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
