/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "object_file.h"
#include "xalloc.h"

static const char *scratch(void)
{
    const char *folder = getenv("TMPDIR");

    return folder ? folder : "/tmp";
}

/* Bytes that are not the same everywhere. */
static void fill(struct strbuf *out, size_t size)
{
    for (size_t i = 0; out->len < size; i++)
        strbuf_addf(out, "%zu\n", i);
    strbuf_truncate(out, size);
}

static void check_file(const struct object_file *file, struct span want)
{
    CLEANUP(cleanup_stream) struct stream *in = stream_of_file_part(file->fd, 0, file->size, "x");
    struct digest digest = digest_of(want);
    STRBUF_AUTO(bytes, want.len + 1);
    struct error err = {0};

    assert_int_equal(file->size, want.len);
    assert_true(digest_equal(&file->sha256, &digest));
    assert_string_equal(file->md5.hex, md5_of(want).hex);
    assert_string_equal(file->md5.base64, md5_of(want).base64);
    assert_true(stream_read_all(in, &bytes, "x", &err));
    assert_true(span_equal(strbuf_span(&bytes), want));
}

static void make(struct object_file *file, const char *folder, struct span bytes)
{
    struct error err = {0};

    object_file_begin(file, folder);
    for (; bytes.len; bytes = span_skip(bytes, 100000))
        assert_true(object_file_add(file, span_head(bytes, 100000), &err));
    object_file_finish(file);
}

static void holds_few_bytes_in_memory(void **state)
{
    struct object_file file;

    (void)state;
    make(&file, "/absent", SPAN_LITERAL("one"));
    check_file(&file, SPAN_LITERAL("one"));
    object_file_release(&file);
    make(&file, "/absent", SPAN_LITERAL(""));
    check_file(&file, SPAN_LITERAL(""));
    object_file_release(&file);
}

static void holds_many_in_a_file_without_a_name(void **state)
{
    struct object_file file;
    struct stat st;
    STRBUF_AUTO(bytes, 2 * OBJECT_FILE_IN_MEMORY);

    (void)state;
    fill(&bytes, OBJECT_FILE_IN_MEMORY + 1);
    make(&file, scratch(), strbuf_span(&bytes));
    check_file(&file, strbuf_span(&bytes));
    assert_int_equal(fstat(file.fd, &st), 0);
    assert_int_equal(st.st_nlink, 0);
    assert_int_equal(st.st_mode & 077, 0);
    object_file_release(&file);
}

static void tells_of_a_folder_that_is_not_there(void **state)
{
    struct object_file file;
    struct error err = {0};
    STRBUF_AUTO(bytes, 2 * OBJECT_FILE_IN_MEMORY);

    (void)state;
    fill(&bytes, OBJECT_FILE_IN_MEMORY + 1);
    object_file_begin(&file, "/absent");
    assert_false(object_file_add(&file, strbuf_span(&bytes), &err));
    assert_int_equal(err.kind, ERROR_LOCAL_IO);
    assert_non_null(strstr(err.message, "in '/absent'"));
    object_file_release(&file);
}

static void copies_and_reads_one_back(void **state)
{
    struct object_file file;
    struct object_file copy;
    struct error err = {0};
    int fd = memfd_create("copy", MFD_CLOEXEC);
    STRBUF_AUTO(bytes, OBJECT_FILE_IN_MEMORY);

    (void)state;
    fill(&bytes, 1000000);
    make(&file, scratch(), strbuf_span(&bytes));
    assert_true(object_file_copy(&file, fd, "copy", &err));
    assert_true(object_file_of_take(&copy, fd, "copy", &err));
    check_file(&copy, strbuf_span(&bytes));
    /* It is what it is said to be, or an error. */
    assert_int_equal(ftruncate(file.fd, 1000), 0);
    assert_false(object_file_copy(&file, copy.fd, "copy", &err));
    assert_int_equal(err.kind, ERROR_LOCAL_IO);
    object_file_release(&file);
    object_file_release(&copy);
}

static void takes_no_more_than_a_server_does(void **state)
{
    struct object_file file;
    struct error err = {0};

    (void)state;
    object_file_begin(&file, scratch());
    file.size = LIMIT_OBJECT - 1;
    assert_false(object_file_add(&file, SPAN_LITERAL("ab"), &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
    object_file_release(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_few_bytes_in_memory),
        cmocka_unit_test(holds_many_in_a_file_without_a_name),
        cmocka_unit_test(tells_of_a_folder_that_is_not_there),
        cmocka_unit_test(copies_and_reads_one_back),
        cmocka_unit_test(takes_no_more_than_a_server_does),
    };

    return cmocka_run_group_tests_name("object_file", tests, NULL, NULL);
}
