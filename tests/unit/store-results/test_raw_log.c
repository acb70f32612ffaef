/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <unistd.h>

#include "json_in.h"
#include "python_json.h"
#include "raw_log.h"
#include "redact.h"
#include "xalloc.h"

#define MOST (16 * MIB)

/* A stream of pieces of size bytes each. */
struct pieces {
    struct stream base;
    struct span rest;
    size_t size;
};

static bool next_piece(struct stream *base, struct span *ret_piece, struct error *err)
{
    struct pieces *pieces = (struct pieces *)base;

    (void)err;
    *ret_piece = span_head(pieces->rest, pieces->size);
    pieces->rest = span_skip(pieces->rest, pieces->size);
    return true;
}

static bool write_log(struct object_file *file, struct span log, size_t size, bool redact,
                      size_t *ret_masked, struct error *err)
{
    static const struct stream_ops ops = {.next = next_piece};
    struct pieces pieces = {.base.ops = &ops, .rest = log, .size = size};

    object_file_begin(file, "/tmp");
    return raw_log_write(file, &pieces.base, redact, ret_masked, err);
}

/* What json.dumps gives of the document, made as a whole. */
static void add_whole(struct strbuf *out, struct span log, const char *version, size_t *ret_masked,
                      bool redact)
{
    CLEANUP(cleanup_json) json_t *document = json_new_object();
    STRBUF_AUTO(masked, MOST);

    *ret_masked = redact ? redact_append(&masked, log) : 0;
    json_put_string(document, "log", redact ? strbuf_span(&masked) : log);
    json_put_string(document, "kind", SPAN_LITERAL("BuildLog"));
    json_put_take(document, "apiversion", version ? json_string(version) : json_null());
    python_json_append(out, document);
}

static void check_against(struct span input, size_t size, bool redact, struct span log,
                          const char *version)
{
    struct object_file file;
    struct error err = {0};
    size_t masked;
    size_t want_masked;
    STRBUF_AUTO(want, MOST);
    STRBUF_AUTO(found, MOST);

    assert_true(write_log(&file, input, size, redact, &masked, &err));
    CLEANUP(cleanup_stream) struct stream *in = stream_of_file_part(file.fd, 0, file.size, "file");

    add_whole(&want, log, version, &want_masked, redact);
    assert_true(stream_read_all(in, &found, "file", &err));
    assert_int_equal(found.len, want.len);
    assert_memory_equal(found.data, want.data, want.len);
    assert_int_equal(masked, want_masked);
    object_file_release(&file);
}

static void check(struct span log, size_t size)
{
    check_against(log, size, true, log, NULL);
    check_against(log, size, false, log, NULL);
}

static void writes_pieces_as_the_whole(void **state)
{
    static const char log[] = "caf\xc3\xa9 \xe2\x80\xa8 \xf0\x9f\x98\x80 \xe2\x82 \xff\r\n"
                              "API_TOKEN=abc \0 \"a\\b\" \x1b[31m \xf0\x9f\x98";
    STRBUF_AUTO(large, MOST);

    (void)state;
    for (size_t size = 1; size < 10; size++)
        check(span_of(log, sizeof log - 1), size);
    while (large.len < 300000)
        strbuf_add(&large, log, sizeof log - 1);
    check(strbuf_span(&large), 65536);
    check(strbuf_span(&large), 1001);
    check(strbuf_span(&large), 300000);
}

static void knows_a_document_by_its_whole(void **state)
{
    static const char document[] = " \n{\"log\": \"a\\u00e9 TOKEN=x\", \"apiversion\": \"v1\"}\n";
    static const char none[] = "{\"log\": 5}";
    static const char cut[] = "{\"log\": \"a";

    (void)state;
    for (size_t size = 1; size < 100; size += 7) {
        check_against(span_string(document), size, true, SPAN_LITERAL("a\xc3\xa9 TOKEN=x"), "v1");
        check(span_string(none), size);
        check(span_string(cut), size);
    }
}

/* As large as a document may be, and one byte more. */
static void takes_no_document_that_is_too_large(void **state)
{
    static const char start[] = "{\"log\": \"";
    STRBUF_AUTO(text, MOST);

    (void)state;
    strbuf_add_string(&text, start);
    while (text.len < LIMIT_LOG_DOCUMENT - 2)
        strbuf_add_byte(&text, 'x');
    strbuf_add_string(&text, "\"}");
    check_against(strbuf_span(&text), 65536, false,
                  span_of(text.data + strlen(start), text.len - strlen(start) - 2), NULL);
    strbuf_add_byte(&text, '\n');
    check_against(strbuf_span(&text), 65536, false, strbuf_span(&text), NULL);
}

static void refuses_an_empty_log(void **state)
{
    struct object_file file;
    struct error err = {0};
    size_t masked;

    (void)state;
    assert_false(write_log(&file, SPAN_LITERAL(""), 1, true, &masked, &err));
    assert_int_equal(err.kind, ERROR_NO_INPUT);
    object_file_release(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_pieces_as_the_whole),
        cmocka_unit_test(knows_a_document_by_its_whole),
        cmocka_unit_test(takes_no_document_that_is_too_large),
        cmocka_unit_test(refuses_an_empty_log),
    };

    return cmocka_run_group_tests_name("raw_log", tests, NULL, NULL);
}
