/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Image archives that no tool would write; those that tools write are in tests/golden. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive_members.h"
#include "xalloc.h"

#define BLOCK 512

/* A new folder for each test; what is left is the runner's to remove. */
static int set_up(void **state)
{
    const char *parent = getenv("TMPDIR");

    *state = xasprintf("%s/members.XXXXXX", parent ? parent : "/tmp");
    return mkdtemp(*state) ? 0 : -1;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static bool open_and_read(struct archive_members *members, const char *path, struct error *err)
{
    return archive_members_open(members, path, err) && archive_members_read(members, err);
}

/* ---- a tar, member by member (POSIX ustar) ---- */

static void add_padding(struct strbuf *tar)
{
    while (tar->len % BLOCK)
        strbuf_add_byte(tar, '\0');
}

/* type is '0' for files, '1' for hard links, '2' for symbolic links; text is the data, or the target. */
static void add(struct strbuf *tar, char type, const char *name, const char *text)
{
    char header[BLOCK] = {0};
    unsigned int size = type == '0' ? (unsigned int)strlen(text) & 0xffff : 0;
    unsigned int sum = 0;

    snprintf(header, 100, "%s", name);
    memcpy(header + 100, "0000644\0000000000\0000000000", 23);
    snprintf(header + 124, 12, "%011o", size);
    memcpy(header + 136, "00000000000", 11);
    memset(header + 148, ' ', 8);
    header[156] = type;
    if (type != '0')
        snprintf(header + 157, 100, "%s", text);
    memcpy(header + 257, "ustar\00000", 8);
    for (size_t i = 0; i < BLOCK; i++)
        sum += (unsigned char)header[i];
    snprintf(header + 148, 8, "%06o", sum & 0777777);
    strbuf_add(tar, header, BLOCK);
    strbuf_add(tar, text, size);
    add_padding(tar);
}

static char *write_file(const char *folder, const struct strbuf *tar)
{
    char *path = xasprintf("%s/x.tar", folder);
    FILE *out = fopen(path, "w");

    assert_false(strbuf_overflowed(tar));
    assert_non_null(out);
    assert_int_equal(fwrite(tar->data, 1, tar->len, out), tar->len);
    assert_int_equal(fclose(out), 0);
    return path;
}

static char *write_tar(const char *folder, struct strbuf *tar)
{
    static const char end[2 * BLOCK];

    strbuf_add(tar, end, sizeof end);
    return write_file(folder, tar);
}

/* ---- looking up ---- */

static void check_document(const struct archive_members *members, const char *name,
                           const char *wanted)
{
    struct error err = {0};
    struct span got;
    bool found = archive_members_document(members, name, &got, &err);

    if (found != (wanted != NULL))
        fail_msg("'%s': %s", name, err.message);
    if (!found)
        assert_int_equal(err.kind, ERROR_MALFORMED);
    else if (!span_equal_string(got, wanted))
        fail_msg("'%s' is '%.*s'", name, SPAN_ARG(got));
}

static void finds_documents(void **state)
{
    static const char *const cases[][2] = {
        {"manifest.json", "[2]"}, /* the last of equal names */
        {"./manifest.json", "[2]"},
        {"/manifest.json", "[2]"},
        {"../manifest.json", "[2]"},
        {"etc/passwd", "{}"}, /* "../etc/passwd" in the tar, inert */
        {"a/soft", "[2]"},
        {"a/absolute", "[2]"},
        {"hard", "[2]"},
        {"chain", "[2]"},
        {"escape", NULL},
        {"loop", NULL},
        {"ring", NULL},
        {"dangling", NULL},
        {"folder", NULL},
        {"text", NULL},
        {"empty", NULL},
        {"null", "null"},
        {"blanks", " \n{}"},
        {"", NULL},
        {"nowhere", NULL},
    };
    STRBUF_AUTO(tar, 64 * KIB);
    struct archive_members members = {0};
    CLEANUP(cleanup_free) char *path = NULL;
    struct error err = {0};

    add(&tar, '0', "manifest.json", "[1]");
    add(&tar, '0', "./manifest.json", "[2]");
    add(&tar, '0', "../etc/passwd", "{}");
    add(&tar, '2', "a/soft", "../manifest.json");
    add(&tar, '2', "a/absolute", "/manifest.json");
    add(&tar, '1', "hard", "manifest.json");
    add(&tar, '2', "chain", "a/soft");
    add(&tar, '2', "escape", "../../../etc/shadow");
    add(&tar, '2', "loop", "loop");
    add(&tar, '2', "ring", "gnir");
    add(&tar, '2', "gnir", "ring");
    add(&tar, '2', "dangling", "nowhere");
    add(&tar, '5', "folder", "");
    add(&tar, '0', "text", "hello");
    add(&tar, '0', "empty", "");
    add(&tar, '0', "null", "null");
    add(&tar, '0', "blanks", " \n{}");
    path = write_tar(*state, &tar);
    if (!open_and_read(&members, path, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_document(&members, cases[i][0], cases[i][1]);
    archive_members_release(&members);
}

static void tells_compression(void **state)
{
    static const struct {
        const char *bytes;
        enum compression compression;
    } cases[] = {
        {"\x1f\x8b\x08rest", COMPRESSION_GZIP},
        {"\x28\xb5\x2f\xfdrest", COMPRESSION_ZSTD},
        {"\x5e\x2a\x4d\x18\x04rest", COMPRESSION_ZSTD}, /* a skippable frame in front */
        {"\x1f", COMPRESSION_NONE},
        {"plain", COMPRESSION_NONE},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        STRBUF_AUTO(tar, 64 * KIB);
        struct archive_members members = {0};
        const struct archive_member *layer;
        CLEANUP(cleanup_free) char *path = NULL;
        struct digest wanted = digest_of(span_string(cases[i].bytes));
        struct digest found;
        struct error err = {0};

        add(&tar, '0', "layer", cases[i].bytes);
        path = write_tar(*state, &tar);
        assert_true(open_and_read(&members, path, &err));
        layer = archive_members_find(&members, SPAN_LITERAL("layer"));
        assert_non_null(layer);
        assert_int_equal(layer->compression, cases[i].compression);
        assert_true(archive_members_digest(&members, layer, &found, &err));
        assert_true(digest_equal(&found, &wanted));
        assert_true(layer->size == strlen(cases[i].bytes));
        archive_members_release(&members);
    }
}

/* ---- members' data ---- */

static void check_data(struct archive_members *members, const char *name, const char *wanted)
{
    const struct archive_member *item = archive_members_find(members, span_string(name));
    struct error err = {0};
    STRBUF_AUTO(bytes, 64 * KIB);
    CLEANUP(cleanup_stream) struct stream *in = NULL;

    assert_non_null(item);
    in = archive_members_stream(members, item, &err);
    if (!in || !stream_read_all(in, &bytes, name, &err))
        fail_msg("'%s': %s", name, err.message);
    if (!span_equal_string(strbuf_span(&bytes), wanted))
        fail_msg("'%s' is '%.*s'", name, SPAN_ARG(strbuf_span(&bytes)));
}

/* gzip of one stored block (RFC 1951, 3.2.4), which needs no library. */
static void pack(struct strbuf *tar)
{
    STRBUF_AUTO(packed, 64 * KIB);
    unsigned int len = (unsigned int)tar->len;
    uint32_t crc = ~0U;
    const char head[] = {
        0x1f,       (char)0x8b,       8, 0, 0, 0, 0, 0, 0, 3, 1, (char)len, (char)(len >> 8),
        (char)~len, (char)(~len >> 8)};

    for (size_t i = 0; i < tar->len; i++) {
        crc ^= (unsigned char)tar->data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320U : 0);
    }
    strbuf_add(&packed, head, sizeof head);
    strbuf_add_span(&packed, strbuf_span(tar));
    for (int shift = 0; shift < 32; shift += 8)
        strbuf_add_byte(&packed, (char)(~crc >> shift));
    for (int shift = 0; shift < 32; shift += 8)
        strbuf_add_byte(&packed, (char)(len >> shift));
    strbuf_clear(tar);
    strbuf_add_span(tar, strbuf_span(&packed));
}

static void add_some(struct strbuf *tar)
{
    static const char end[2 * BLOCK];

    add(tar, '2', "link", "first");
    add(tar, '0', "first", "first layer");
    add(tar, '5', "folder", "");
    add(tar, '0', "document", "{}");
    add(tar, '0', "second", "second layer");
    strbuf_add(tar, end, sizeof end);
}

/* In any order, also when it costs another pass. */
static void check_all(struct archive_members *members)
{
    check_data(members, "second", "second layer");
    check_data(members, "link", "first layer");
    check_data(members, "first", "first layer");
    check_data(members, "document", "{}");
    check_data(members, "second", "second layer");
}

static void gives_data_of_plain_archives(void **state)
{
    STRBUF_AUTO(tar, 64 * KIB);
    struct archive_members members = {0};
    CLEANUP(cleanup_free) char *path = NULL;
    struct error err = {0};

    add_some(&tar);
    path = write_tar(*state, &tar);
    if (!open_and_read(&members, path, &err))
        fail_msg("%s", err.message);
    assert_false(members.in_order);
    check_all(&members);
    assert_null(members.pass);
    archive_members_release(&members);
}

static void gives_data_of_compressed_archives(void **state)
{
    STRBUF_AUTO(tar, 64 * KIB);
    struct archive_members members = {0};
    CLEANUP(cleanup_free) char *path = NULL;
    struct digest wanted = digest_of(SPAN_LITERAL("first layer"));
    struct digest found;
    struct error err = {0};

    add_some(&tar);
    pack(&tar);
    path = write_file(*state, &tar);
    if (!open_and_read(&members, path, &err))
        fail_msg("%s", err.message);
    assert_true(members.in_order);
    check_all(&members);
    assert_true(archive_members_digest(&members,
                                       archive_members_find(&members, SPAN_LITERAL("first")),
                                       &found, &err));
    assert_true(digest_equal(&found, &wanted));
    archive_members_release(&members);
}

static void sees_a_compressed_archive_change(void **state)
{
    STRBUF_AUTO(tar, 64 * KIB);
    struct archive_members members = {0};
    CLEANUP(cleanup_free) char *path = NULL;
    CLEANUP(cleanup_free) char *again = NULL;
    struct error err = {0};

    add_some(&tar);
    pack(&tar);
    path = write_file(*state, &tar);
    assert_true(open_and_read(&members, path, &err));
    strbuf_clear(&tar);
    add(&tar, '0', "another", "first layer");
    add_some(&tar);
    pack(&tar);
    again = write_file(*state, &tar);
    assert_null(archive_members_stream(&members,
                                       archive_members_find(&members, SPAN_LITERAL("second")),
                                       &err));
    assert_non_null(strstr(err.message, "changed while it was read"));
    archive_members_release(&members);
}

/* ---- what is no archive ---- */

static void refuses_what_cannot_be_read_twice(void **state)
{
    CLEANUP(cleanup_free) char *pipe_path = xasprintf("%s/pipe", (char *)*state);
    const struct {
        const char *path;
        enum error_kind kind;
        const char *part;
    } cases[] = {
        {pipe_path, ERROR_USAGE, "no regular file"},
        {"/dev/null", ERROR_USAGE, "no regular file"},
        {*state, ERROR_LOCAL_IO, "Is a directory"},
        {"/nowhere/x.tar", ERROR_NO_INPUT, "cannot open '/nowhere/x.tar'"},
    };

    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct archive_members members = {0};
        struct error err = {0};

        assert_false(open_and_read(&members, cases[i].path, &err));
        assert_int_equal(err.kind, cases[i].kind);
        if (!strstr(err.message, cases[i].part))
            fail_msg("'%s' is not in '%s'", cases[i].part, err.message);
        archive_members_release(&members);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_documents, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_compression, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_data_of_plain_archives, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gives_data_of_compressed_archives, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sees_a_compressed_archive_change, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_cannot_be_read_twice, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
