/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams: verification, reading ahead and tar, whole, cut and damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "cli.h"
#include "digest.h"
#include "read_ahead.h"
#include "tar_reader.h"
#include "xalloc.h"

/* ---- verification, on this thread and on its own ---- */

typedef struct stream *verify_take(struct stream *, const struct digest *, uint64_t, const char *);

static bool drain(struct stream *s, struct error *err)
{
    struct span piece;

    do {
        if (!stream_next(s, &piece, err))
            return false;
    } while (piece.len);
    return true;
}

static struct stream *of_file(FILE *file)
{
    int fd = dup(fileno(file));

    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    return stream_of_fd_take(fd, "file");
}

static void check_verify(verify_take *take, size_t size)
{
    CLEANUP(cleanup_free) char *bytes = xcalloc(size, 1);
    struct digest good = digest_of(span_of(bytes, size));
    struct digest wrong = good;
    struct stream *s;
    struct error err = {0};

    wrong.bytes[0] ^= 1;
    /* Pieces no larger than files give them. */
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fflush(file), 0);

    s = take(of_file(file), &good, size, "blob");
    assert_true(drain(s, &err));
    stream_close(s);

    s = take(of_file(file), &wrong, size, "blob");
    assert_false(drain(s, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, "blob has the digest sha256:"));
    error_clear(&err);
    assert_false(drain(s, &err)); /* sticky */
    stream_close(s);

    error_clear(&err);
    s = take(of_file(file), &good, size + 1, "blob");
    assert_false(drain(s, &err));
    assert_non_null(strstr(err.message, "ends after"));
    stream_close(s);

    error_clear(&err);
    s = take(of_file(file), &good, size - 1, "blob");
    assert_false(drain(s, &err));
    assert_non_null(strstr(err.message, "larger than"));
    stream_close(s);

    /* Closed in the middle: the thread must end. */
    struct span piece;
    error_clear(&err);
    s = take(of_file(file), &good, size, "blob");
    assert_true(stream_next(s, &piece, &err));
    stream_close(s);
    fclose(file);
}

static void test_verify(void **state)
{
    (void)state;
    check_verify(stream_verify_take, 1000);
    check_verify(stream_verify_threaded_take, 1000);
    check_verify(stream_verify_threaded_take, 20 * STREAM_PIECE + 7);
}

/* On this thread and on its own; a stream that is closed before its end tells nothing. */
static void tells_the_digest(void **state)
{
    static const char bytes[20 * STREAM_PIECE + 7];
    struct digest expected = digest_of(span_of(bytes, sizeof bytes));
    struct digest empty = digest_of(span_of(NULL, 0));

    (void)state;
    for (int threaded = 0; threaded < 2; threaded++) {
        struct digest found = {.bytes = {0}};
        struct error err = {0};
        struct span piece;
        struct stream *s =
            stream_hash_take(stream_of_span(span_of(bytes, sizeof bytes)), threaded, &found);

        assert_true(drain(s, &err));
        assert_true(digest_equal(&found, &expected));
        stream_close(s);
        s = stream_hash_take(stream_of_span(span_of(NULL, 0)), threaded, &found);
        assert_true(drain(s, &err));
        assert_true(digest_equal(&found, &empty));
        stream_close(s);
        s = stream_hash_take(stream_of_span(span_of(bytes, sizeof bytes)), threaded, &found);
        assert_true(stream_next(s, &piece, &err));
        stream_close(s);
        assert_true(digest_equal(&found, &empty));
    }
}

static void test_digest_grammar(void **state)
{
    static const char *const wrong[] = {"",         "sha256",        "sha256:",   "sha512:00",
                                        "sha51:00", "sha5120:00",    "SHA256:00", ":00",
                                        "md5:00",   "sha256:sha512:"};
    struct digest d;
    struct error err = {0};
    struct digest_text text;

    (void)state;
    struct digest zero = digest_of(span_of("", 0));
    assert_string_equal(DIGEST_TEXT(&zero),
                        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_true(digest_parse(span_string(DIGEST_TEXT(&zero)), &d, &err));
    assert_true(digest_equal(&d, &zero));
    text = digest_format(&zero);
    text.text[70] = 'G';
    assert_false(digest_parse(span_string(text.text), &d, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    error_clear(&err);
    assert_false(digest_parse(SPAN_LITERAL("sha384:00"), &d, &err));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        error_clear(&err);
        assert_false(digest_parse(span_string(wrong[i]), &d, &err));
        assert_int_equal(err.kind, ERROR_MALFORMED);
    }
}

/* FIPS 180-4; the vector is NIST's. */
static void test_sha512(void **state)
{
    static const char abc[] =
        "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
    struct digest found = digest_by(DIGEST_SHA512, SPAN_LITERAL("abc"));
    struct digest shorter = digest_of(SPAN_LITERAL("abc"));
    struct digest parsed;
    struct error err = {0};
    struct span piece;
    struct stream *s;

    (void)state;
    assert_string_equal(DIGEST_TEXT(&found), abc);
    assert_true(digest_parse(span_string(abc), &parsed, &err));
    assert_true(digest_equal(&parsed, &found));
    assert_true(digest_fits(&parsed, SPAN_LITERAL("abc")));
    assert_false(digest_fits(&parsed, SPAN_LITERAL("abd")));
    assert_false(digest_equal(&found, &shorter));
    s = stream_verify_take(stream_of_span(SPAN_LITERAL("abc")), &found, 3, "blob");
    assert_true(stream_next(s, &piece, &err) && stream_next(s, &piece, &err));
    stream_close(s);
    s = stream_verify_threaded_take(stream_of_span(SPAN_LITERAL("abd")), &found, 3, "blob");
    assert_true(stream_next(s, &piece, &err));
    assert_false(stream_next(s, &piece, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    stream_close(s);
}

/* ---- reading ahead ---- */

/* Gives pieces of the letters a, b, c ... of the lengths in turn, then an error or the end. */
struct letters {
    struct stream base;
    const size_t *lengths;
    size_t count;
    size_t given;
    bool fails;
    char *bytes;
    size_t *ret_closed;
};

static bool letters_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct letters *s = (struct letters *)base;

    *ret_piece = span_of(NULL, 0);
    if (s->given == s->count)
        return !s->fails || error_set(err, ERROR_MALFORMED, "no more letters");
    memset(s->bytes, 'a' + (int)(s->given % 26), s->lengths[s->given]);
    *ret_piece = span_of(s->bytes, s->lengths[s->given++]);
    return true;
}

static void letters_close(struct stream *base)
{
    struct letters *s = (struct letters *)base;

    (*s->ret_closed)++;
    free(s->bytes);
    free(s);
}

static struct stream *letters_ahead(const size_t *lengths, size_t count, bool fails,
                                    size_t *ret_closed)
{
    static const struct stream_ops ops = {.next = letters_next, .close = letters_close};
    struct letters *s = xcalloc(1, sizeof *s);
    size_t most = 1;

    for (size_t i = 0; i < count; i++)
        most = lengths[i] > most ? lengths[i] : most;
    *s = (struct letters){{.ops = &ops}, lengths, count, 0, fails, xmalloc(most), ret_closed};
    return stream_read_ahead_take(&s->base);
}

static void add_letters(struct strbuf *out, const size_t *lengths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t n = 0; n < lengths[i]; n++)
            strbuf_add_byte(out, (char)('a' + (int)(i % 26)));
}

/* All bytes in order, the error (if any) after the last of them, and upstream closed once. */
static void check_ahead(const size_t *lengths, size_t count, bool fails)
{
    STRBUF_AUTO(expected, 64 * MIB);
    STRBUF_AUTO(found, 64 * MIB);
    size_t closed = 0;
    struct stream *s = letters_ahead(lengths, count, fails, &closed);
    struct span piece = span_of("", 1);
    struct error err = {0};
    bool good = true;

    while (good && piece.len) {
        good = stream_next(s, &piece, &err);
        if (good)
            strbuf_add_span(&found, piece);
    }
    assert_int_equal(good, !fails);
    if (fails)
        assert_string_equal(err.message, "no more letters");
    add_letters(&expected, lengths, count);
    assert_true(span_equal(strbuf_span(&found), strbuf_span(&expected)));
    stream_close(s);
    assert_int_equal(closed, 1);
}

static void reads_ahead_in_order(void **state)
{
    static const size_t one[] = {7};
    static const size_t odd[] = {1, STREAM_PIECE, 3 * STREAM_PIECE + 5, 2, STREAM_PIECE - 1};
    size_t many[100];

    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(many); i++)
        many[i] = 1 + i * 997;
    for (int fails = 0; fails < 2; fails++) {
        check_ahead(NULL, 0, fails);
        check_ahead(one, ARRAY_LENGTH(one), fails);
        check_ahead(odd, ARRAY_LENGTH(odd), fails);
        check_ahead(many, ARRAY_LENGTH(many), fails);
    }
}

/* The thread that waits for room must end. */
static void reads_ahead_and_is_closed_early(void **state)
{
    size_t many[100];
    size_t closed = 0;

    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(many); i++)
        many[i] = STREAM_PIECE;
    for (size_t taken = 0; taken < 12; taken++) {
        struct stream *s = letters_ahead(many, ARRAY_LENGTH(many), false, &closed);
        struct error err = {0};
        struct span piece;

        for (size_t i = 0; i < taken; i++)
            assert_true(stream_next(s, &piece, &err));
        stream_close(s);
    }
    assert_int_equal(closed, 12);
}

/* ---- names of members ---- */

static void passes_over_the_beginning(void **state)
{
    static const struct {
        uint64_t count;
        const char *rest;
    } cases[] = {{0, "abcdef"}, {1, "bcdef"}, {5, "f"}, {6, ""}, {7, ""}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CLEANUP(cleanup_stream)
        struct stream *s =
            stream_after_take(stream_of_span(SPAN_LITERAL("abcdef")), cases[i].count);
        STRBUF_AUTO(out, 100);
        struct error err = {0};

        assert_true(stream_read_all(s, &out, "letters", &err));
        assert_string_equal(out.data, cases[i].rest);
    }
}

static void test_paths_are_made_safe(void **state)
{
    static const char *const cases[][2] = {
        {"a/b", "a/b"},     {"/a/b", "a/b"},       {"./a//b/.", "a/b"},  {"../../etc/x", "etc/x"},
        {"a/../../b", "b"}, {"a/b/..", "a"},       {"..", ""},           {"/", ""},
        {"a/../..", ""},    {"a/./b/../c", "a/c"}, {"a..b/c", "a..b/c"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        STRBUF_AUTO(out, LIMIT_PATH + 1);

        assert_true(path_normalise(&out, span_string(cases[i][0])));
        assert_string_equal(out.data, cases[i][1]);
    }
}

static void test_long_and_deep_paths(void **state)
{
    STRBUF_AUTO(path, 3 * LIMIT_PATH);
    STRBUF_AUTO(out, LIMIT_PATH + 1);

    (void)state;
    for (size_t i = 0; i < LIMIT_PATH + 1; i++)
        strbuf_add_byte(&path, 'x');
    assert_false(path_normalise(&out, strbuf_span(&path)));
    strbuf_clear(&path);
    strbuf_clear(&out);
    for (int i = 0; i < LIMIT_PATH_DEPTH + 1; i++)
        strbuf_add_string(&path, "d/");
    assert_false(path_normalise(&out, strbuf_span(&path)));
}

static bool open_tar(const char *bytes, size_t len, struct error *err)
{
    CLEANUP(cleanup_tar_reader)
    struct tar_reader *tar =
        tar_reader_open_take(stream_of_span(span_of(bytes, len)), "layer", err);
    struct member m;

    while (tar && tar_reader_next(tar, &m, err)) {
    }
    return tar && !error_is_set(err);
}

static void test_what_is_a_tar(void **state)
{
    static const char zeros[10240];
    char junk[10240];
    struct error err = {0};

    (void)state;
    assert_true(open_tar("", 0, &err));
    assert_true(open_tar(zeros, sizeof zeros, &err));
    memset(junk, 'j', sizeof junk);
    assert_false(open_tar(junk, sizeof junk, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, "layer is not a readable tar archive"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_ahead_in_order),
        cmocka_unit_test(reads_ahead_and_is_closed_early),
        cmocka_unit_test(test_verify),
        cmocka_unit_test(tells_the_digest),
        cmocka_unit_test(test_digest_grammar),
        cmocka_unit_test(test_sha512),
        cmocka_unit_test(passes_over_the_beginning),
        cmocka_unit_test(test_paths_are_made_safe),
        cmocka_unit_test(test_long_and_deep_paths),
        cmocka_unit_test(test_what_is_a_tar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
