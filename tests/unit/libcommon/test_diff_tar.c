/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "diff_entry.h"
#include "diff_tar.h"
#include "tar_reader.h"

struct folder {
    char path[64];
    int fd;
};

static int make_folder(void **state)
{
    static struct folder folder;

    strcpy(folder.path, "/tmp/diff-tar.XXXXXX");
    if (geteuid() != 0 || !mkdtemp(folder.path))
        return 0;
    folder.fd = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    *state = &folder;
    return 0;
}

static int remove_folder(void **state)
{
    const struct folder *folder = *state;
    char command[100];

    if (!folder)
        return 0;
    close(folder->fd);
    snprintf(command, sizeof command, "rm -rf %s", folder->path);
    return system(command);
}

static const struct folder *folder_or_skip(void **state)
{
    if (!*state)
        skip(); /* owners and devices are root's */
    return *state;
}

static void write_file(const struct folder *folder, const char *name, const char *bytes)
{
    int fd = openat(folder->fd, name, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, strlen(bytes)), strlen(bytes));
    close(fd);
}

static struct stream *pack(const struct folder *folder)
{
    return diff_tar_open_take(open(folder->path, O_PATH | O_DIRECTORY | O_CLOEXEC), true, "test");
}

/* "NAME " for each member, with "=" and the target of a link. */
static void list(const struct folder *folder, struct strbuf *out)
{
    struct error err = {0};
    struct tar_reader *tar = tar_reader_open_take(pack(folder), "test", &err);
    struct member member;

    assert_non_null(tar);
    while (tar_reader_next(tar, &member, &err)) {
        strbuf_add_span(out, member.path);
        strbuf_addf(out, "%s%.*s ", member.target.len ? "=" : "", SPAN_ARG(member.target));
    }
    assert_false(error_is_set(&err));
    tar_reader_close(tar);
}

static void writes_whiteouts_links_and_opaque_folders(void **state)
{
    const struct folder *folder = folder_or_skip(state);
    STRBUF_AUTO(names, KIB);
    char path[100];

    assert_int_equal(mkdirat(folder->fd, "b", 0755), 0);
    write_file(folder, "b/z", "z");
    assert_int_equal(linkat(folder->fd, "b/z", folder->fd, "c", 0), 0);
    assert_int_equal(symlinkat("../x", folder->fd, "a"), 0);
    assert_int_equal(mknodat(folder->fd, "b/gone", S_IFCHR, makedev(0, 0)), 0);
    assert_int_equal(linkat(folder->fd, "b/gone", folder->fd, "gone", 0), 0);
    snprintf(path, sizeof path, "%s/b", folder->path);
    assert_int_equal(setxattr(path, "trusted.overlay.opaque", "y", 1, 0), 0);
    list(folder, &names);
    assert_string_equal(names.data, "a=../x b b/.wh..wh..opq b/.wh.gone b/z c=b/z .wh.gone ");
}

static void gives_the_same_bytes_again(void **state)
{
    const struct folder *folder = folder_or_skip(state);
    STRBUF_AUTO(first, MIB);
    STRBUF_AUTO(second, MIB);
    struct error err = {0};
    struct stream *in = pack(folder);

    assert_true(stream_read_all(in, &first, "test", &err));
    stream_close(in);
    in = pack(folder);
    assert_true(stream_read_all(in, &second, "test", &err));
    stream_close(in);
    assert_true(span_equal(strbuf_span(&first), strbuf_span(&second)));
    assert_true(first.len % 512 == 0 && first.len >= 1024);
}

/* A file of a terabyte that nobody reads to its end. */
static void ends_in_the_middle(void **state)
{
    const struct folder *folder = folder_or_skip(state);
    struct error err = {0};
    struct stream *in = pack(folder);
    struct span piece = {0};
    uint64_t seen = 0;
    char path[100];

    write_file(folder, "_first", "");
    snprintf(path, sizeof path, "%s/_first", folder->path);
    assert_int_equal(truncate(path, 1LL << 40), 0);
    while (seen < MIB) {
        assert_true(stream_next(in, &piece, &err));
        seen += piece.len;
    }
    stream_close(in);
    assert_int_equal(unlinkat(folder->fd, "_first", 0), 0);
}

static void refuses_what_lies_elsewhere(void **state)
{
    const struct folder *folder = folder_or_skip(state);
    STRBUF_AUTO(bytes, MIB);
    struct error err = {0};
    CLEANUP(cleanup_stream) struct stream *in = pack(folder);
    char path[100];

    snprintf(path, sizeof path, "%s/b/z", folder->path);
    assert_int_equal(setxattr(path, "trusted.overlay.metacopy", "", 0, 0), 0);
    assert_false(stream_read_all(in, &bytes, "test", &err));
    assert_int_equal(err.kind, ERROR_CONFIGURATION);
    assert_non_null(strstr(err.message, "b/z"));
}

static void reads_what_the_owner_is_said_to_be(void **state)
{
    static const struct {
        const char *text;
        mode_t type;
        bool good;
    } cases[] = {
        {"0:0:0755", S_IFDIR, true},
        {"5:6:04711:file", S_IFREG, true},
        {"5:6:0100644", S_IFREG, true},
        {"5:6:0777:symlink", S_IFREG, false},
        {"5:6:0755:dir", S_IFREG, false},
        {"5:6", S_IFREG, false},
        {"5:6:", S_IFREG, false},
        {"5:-6:0644", S_IFREG, false},
        {"4294967296:0:0644", S_IFREG, false},
        {"5:6:0684", S_IFREG, false},
        {"", S_IFREG, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tar_entry entry = {.mode = cases[i].type, .uid = 1};

        assert_int_equal(diff_entry_parse_stat(span_string(cases[i].text), &entry), cases[i].good);
        assert_int_equal(entry.mode & S_IFMT, cases[i].type);
        if (!cases[i].good)
            assert_int_equal(entry.uid, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_whiteouts_links_and_opaque_folders),
        cmocka_unit_test(gives_the_same_bytes_again),
        cmocka_unit_test(ends_in_the_middle),
        cmocka_unit_test(refuses_what_lies_elsewhere),
        cmocka_unit_test(reads_what_the_owner_is_said_to_be),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
