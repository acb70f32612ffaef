/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inflation: each format whole, in members, cut, damaged, and as magic alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "cli.h"
#include "decoder.h"
#include "inflate.h"
#include "xalloc.h"

/* gzip members, as gzip(1) -9n makes them. */
static const char hello[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\x48\xcd\xc9\xc9\x57\x00\x00\xf6\xf9"
    "\x81\xed\x06\x00\x00\x00";
/* The same with an extra field (RFC 1952, 2.3.1), a name, a comment and a header checksum. */
static const char hello_whole_header[] =
    "\x1f\x8b\x08\x1e\x00\x00\x00\x00\x00\x00\x07\x00\x53\x47\x03\x00\x61\x62\x63\x6e\x61"
    "\x6d\x65\x00\x63\x6f\x6d\x6d\x65\x6e\x74\x00\xac\x9e\xcb\x48\xcd\xc9\xc9\x57\x00\x00"
    "\xf6\xf9\x81\xed\x06\x00\x00\x00";
static const char world[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x2b\xcf\x2f\xca\x49\x01\x00\x43\x11\x77"
    "\x3a\x05\x00\x00\x00";
static const char zeros_50000[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xed\xc1\x01\x0d\x00\x00\x00\xc2\xa0\xf7"
    "\x4f\x6d\x0f\x07\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x4f\x06\x25\xb3\xb7\x16\x50"
    "\xc3\x00\x00";

/* What bzip2(1) -9 and xz(1) -0 make of the same. */
static const char hello_bzip2[] =
    "\x42\x5a\x68\x39\x31\x41\x59\x26\x53\x59\x76\x69\xe0\xd4\x00\x00\x01\x11\x00\x40"
    "\x00\x02\x44\xa0\x00\x30\xcd\x00\xc3\x46\x29\x97\x17\x72\x45\x38\x50\x90\x76\x69"
    "\xe0\xd4";
static const char world_bzip2[] =
    "\x42\x5a\x68\x39\x31\x41\x59\x26\x53\x59\x59\xce\x7b\xcb\x00\x00\x02\x01\x80\x04"
    "\x04\x90\x80\x20\x00\x30\xcd\x00\xc1\xa4\xc0\x71\x77\x24\x53\x85\x09\x05\x9c\xe7"
    "\xbc\xb0";
static const char hello_xz[] =
    "\xfd\x37\x7a\x58\x5a\x00\x00\x04\xe6\xd6\xb4\x46\x02\x00\x21\x01\x0c\x00\x00\x00"
    "\x8f\x98\x41\x9c\x01\x00\x05\x68\x65\x6c\x6c\x6f\x20\x00\x00\x00\x0a\xb0\xaf\x04"
    "\xba\x05\xef\x18\x00\x01\x1e\x06\xc1\x2f\xa4\x1d\x1f\xb6\xf3\x7d\x01\x00\x00\x00"
    "\x00\x04\x59\x5a";
static const char world_xz[] =
    "\xfd\x37\x7a\x58\x5a\x00\x00\x04\xe6\xd6\xb4\x46\x02\x00\x21\x01\x0c\x00\x00\x00"
    "\x8f\x98\x41\x9c\x01\x00\x04\x77\x6f\x72\x6c\x64\x00\x00\x00\x00\xf8\x58\xe1\x54"
    "\xfa\xfc\x10\x3e\x00\x01\x1d\x05\xb8\x2d\x80\xaf\x1f\xb6\xf3\x7d\x01\x00\x00\x00"
    "\x00\x04\x59\x5a";
/* xz of one byte with a window of 256 MiB: a header that asks for more than is given. */
static const char xz_large_window[] =
    "\xfd\x37\x7a\x58\x5a\x00\x00\x04\xe6\xd6\xb4\x46\x02\x00\x21\x01\x20\x00\x00\x00"
    "\x09\x88\xa5\x76\x01\x00\x00\x61\x00\x00\x00\x00\x05\x2b\x65\x2e\x77\x84\x02\x33"
    "\x00\x01\x19\x01\xa5\x2c\x81\xcc\x1f\xb6\xf3\x7d\x01\x00\x00\x00\x00\x04\x59\x5a";

static void add_member(struct strbuf *out, const char *member, size_t size)
{
    strbuf_add(out, member, size - 1);
}

/* A stream that gives its bytes one at a time: every state is met at a piece's edge. */
struct trickle {
    struct stream base;
    struct span rest;
};

static bool trickle_next(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct trickle *t = (struct trickle *)base;

    (void)err;
    *ret_piece = span_head(t->rest, 1);
    t->rest = span_skip(t->rest, 1);
    return true;
}

static void trickle_close(struct stream *base)
{
    free(base);
}

static struct stream *trickle_of(struct span bytes)
{
    static const struct stream_ops ops = {.next = trickle_next, .close = trickle_close};
    struct trickle *t = xcalloc(1, sizeof *t);

    t->base.ops = &ops;
    t->rest = bytes;
    return &t->base;
}

static bool inflate_all(struct stream *upstream, struct strbuf *out, struct error *err)
{
    CLEANUP(cleanup_stream) struct stream *s = stream_inflate_take(upstream, 0, "blob", err);

    return s && stream_read_all(s, out, "blob", err);
}

static void check_inflate(struct span in, const char *expected, const char *why)
{
    for (int trickling = 0; trickling < 2; trickling++) {
        STRBUF_AUTO(out, 100000);
        struct error err = {0};
        bool done = inflate_all(trickling ? trickle_of(in) : stream_of_span(in), &out, &err);

        if (!expected) {
            assert_false(done);
            assert_int_equal(err.kind, ERROR_MALFORMED);
            assert_non_null(strstr(err.message, why));
            continue;
        }
        if (!done)
            fail_msg("%s", err.message);
        assert_string_equal(out.data, expected);
    }
}

static void test_gzip(void **state)
{
    STRBUF_AUTO(in, 100000);
    size_t one;

    (void)state;
    add_member(&in, hello, sizeof hello);
    one = in.len;
    check_inflate(strbuf_span(&in), "hello ", NULL);
    add_member(&in, world, sizeof world);
    check_inflate(strbuf_span(&in), "hello world", NULL);
    strbuf_add(&in, "\0\0\0\0\0\0\0\0", 8);
    check_inflate(strbuf_span(&in), "hello world", NULL);
    strbuf_add(&in, "x", 1);
    check_inflate(strbuf_span(&in), NULL, "follow the gzip data");
    for (size_t cut = 3; cut < one; cut++)
        check_inflate(span_head(strbuf_span(&in), cut), NULL, "cut short");
    in.data[one - 5] ^= 1; /* the CRC's last byte */
    check_inflate(span_head(strbuf_span(&in), one), NULL, "wrong checksum");
}

/* Overwrites what earlier calls left on the stack. */
__attribute__((noinline)) static void dirty_stack(int value)
{
    volatile char junk[16 * KIB];

    for (size_t i = 0; i < sizeof junk; i++)
        junk[i] = (char)value;
}

/* Byte by byte a header ends in a later call than it began in: ISA-L 2.30 then looked at its stack. */
static void test_gzip_header(void **state)
{
    static const int values[] = {0, 1, 0x7f, 0xff};

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct decoder *d = decoder_gzip_new();
        struct error err = {0};
        char out[16];
        size_t produced = 0;
        bool between = false;

        for (size_t at = 0; at + 1 < sizeof hello_whole_header; at++) {
            struct span in = span_of(hello_whole_header + at, 1);
            size_t now = 0;

            dirty_stack(values[i]);
            if (!d->ops->decode(d, &in, out + produced, sizeof out - produced, &now, &between,
                                &err))
                fail_msg("byte %zu: %s", at, err.message);
            produced += now;
        }
        d->ops->free(d);
        assert_true(between);
        assert_int_equal(produced, 6);
        assert_memory_equal(out, "hello ", 6);
    }
    check_inflate(span_of(hello_whole_header, sizeof hello_whole_header - 1), "hello ", NULL);
}

/* What a member holds between its header of 10 bytes and its checksum and length. */
static void test_deflate(void **state)
{
    struct span packed = span_of((const char *)hello + 10, sizeof hello - 19);
    char out[8];

    (void)state;
    assert_true(deflate_decode(packed, out, 6));
    assert_memory_equal(out, "hello ", 6);
    assert_false(deflate_decode(packed, out, 5));
    assert_false(deflate_decode(packed, out, 7));
    assert_false(deflate_decode(span_head(packed, packed.len - 1), out, 6));
    assert_false(deflate_decode(span_of(NULL, 0), out, 6));
    assert_false(deflate_decode(span_of(NULL, 0), out, 0));
    assert_int_equal(crc32_of(SPAN_LITERAL("123456789")), 0xcbf43926);
    assert_int_equal(crc32_of(span_of(NULL, 0)), 0);
}

static void test_plain(void **state)
{
    (void)state;
    check_inflate(SPAN_LITERAL("plain bytes"), "plain bytes", NULL);
    check_inflate(span_of(NULL, 0), "", NULL);
}

static void test_inflated_limit(void **state)
{
    STRBUF_AUTO(in, 100000);
    STRBUF_AUTO(out, 100000);
    struct error err = {0};

    (void)state;
    add_member(&in, zeros_50000, sizeof zeros_50000);
    CLEANUP(cleanup_stream)
    struct stream *s = stream_inflate_take(stream_of_span(strbuf_span(&in)), 49999, "blob", &err);
    assert_non_null(s);
    assert_false(stream_read_all(s, &out, "blob", &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, "--max-inflated"));
}

/* Members one after another, padded, cut at every byte, and followed by what does not belong there. */
static void check_members(const char *one, size_t one_size, const char *two, size_t two_size,
                          const char *format)
{
    STRBUF_AUTO(in, 1000);
    STRBUF_AUTO(follow, 100);

    strbuf_addf(&follow, "follow the %s data", format);
    add_member(&in, one, one_size);
    check_inflate(strbuf_span(&in), "hello ", NULL);
    for (size_t cut = 10; cut < in.len; cut++)
        check_inflate(span_head(strbuf_span(&in), cut), NULL, "cut short");
    add_member(&in, two, two_size);
    check_inflate(strbuf_span(&in), "hello world", NULL);
    for (size_t cut = one_size + 10; cut < in.len; cut++)
        check_inflate(span_head(strbuf_span(&in), cut), NULL, "cut short");
    strbuf_add(&in, "\0\0\0\0\0\0\0\0", 8);
    check_inflate(strbuf_span(&in), "hello world", NULL);
    strbuf_add(&in, "x", 1);
    check_inflate(strbuf_span(&in), NULL, follow.data);
}

static void check_damage(const char *one, size_t size, size_t at)
{
    STRBUF_AUTO(in, 1000);

    add_member(&in, one, size);
    in.data[at] ^= 1;
    check_inflate(strbuf_span(&in), NULL, "data is damaged");
}

static void test_bzip2(void **state)
{
    (void)state;
    check_members(hello_bzip2, sizeof hello_bzip2, world_bzip2, sizeof world_bzip2, "bzip2");
    check_damage(hello_bzip2, sizeof hello_bzip2, 12); /* the block's checksum */
    check_damage(hello_bzip2, sizeof hello_bzip2, 30);
}

static void test_xz(void **state)
{
    (void)state;
    check_members(hello_xz, sizeof hello_xz, world_xz, sizeof world_xz, "xz");
    check_damage(hello_xz, sizeof hello_xz, 30); /* a letter of the text */
    check_damage(hello_xz, sizeof hello_xz, sizeof hello_xz - 2);
    check_inflate(span_of(xz_large_window, sizeof xz_large_window - 1), NULL,
                  "needs 256 MiB of memory, more than the 128 that it may have");
}

static void test_magic(void **state)
{
    const struct {
        struct span start;
        enum compression compression;
    } cases[] = {
        {SPAN_LITERAL("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"), COMPRESSION_GZIP},
        {SPAN_LITERAL("\x28\xb5\x2f\xfd\x00\x58\x29\x00\x00\x77"), COMPRESSION_ZSTD},
        {SPAN_LITERAL("\x5e\x2a\x4d\x18\x04\x00\x00\x00zzzz"), COMPRESSION_ZSTD},
        {SPAN_LITERAL("BZh9\x31\x41\x59\x26\x53\x59"), COMPRESSION_BZIP2},
        {SPAN_LITERAL("BZh1\x17\x72\x45\x38\x50\x90"), COMPRESSION_BZIP2},
        /* The first member of a plain tar may be called so. */
        {SPAN_LITERAL("BZh9/file\0\0"), COMPRESSION_NONE},
        {SPAN_LITERAL("BZh0\x31\x41\x59\x26\x53\x59"), COMPRESSION_NONE},
        {SPAN_LITERAL("BZh9\x31\x41\x59\x26\x53"), COMPRESSION_NONE},
        {SPAN_LITERAL("\xfd\x37zXZ\0\0\x04"), COMPRESSION_XZ},
        {SPAN_LITERAL("\xfd\x37zXZ"), COMPRESSION_NONE},
        {SPAN_LITERAL(""), COMPRESSION_NONE},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++)
        if (compression_of(cases[i].start) != cases[i].compression)
            fail_msg("case %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gzip),    cmocka_unit_test(test_gzip_header),
        cmocka_unit_test(test_deflate), cmocka_unit_test(test_bzip2),
        cmocka_unit_test(test_xz),      cmocka_unit_test(test_magic),
        cmocka_unit_test(test_plain),   cmocka_unit_test(test_inflated_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
