/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts that went through bytes are those that went in, and other bytes make none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts_file.h"
#include "json_in.h"
#include "wanted_list.h"
#include "xalloc.h"

#define ROOM ((size_t)1 << 20)

static const struct wanted of_python[] = {{"*.py", WANTED_DIGEST}, {"/db/status", WANTED_WHOLE}};
static const struct wanted of_jars[] = {{"*.jar", WANTED_WHOLE}};
static const struct cataloger python = {.name = "python", .wanted = of_python, .wanted_count = 2};
static const struct cataloger jars = {.name = "jars", .wanted = of_jars, .wanted_count = 1};
static const struct cataloger *const list[] = {&python, &jars};
static const struct cataloger *const reversed[] = {&jars, &python};
static const struct digest blob = {.bytes = {7, 7, 7}};

static const struct facts_terms terms = {list, 2, {.bytes = {1, 2}}};

static void enter(struct layer_facts *facts, const char *path, bool is_folder)
{
    struct error err = {0};

    assert_true(layer_facts_enter(facts, span_string(path), is_folder, &err));
}

static struct layer_file *add_file(struct layer_facts *facts, const char *path,
                                   const struct cataloger *cataloger, size_t wanted,
                                   const char *text)
{
    struct error err = {0};
    struct layer_file *file =
        layer_facts_add_file(facts, span_string(path), cataloger, &cataloger->wanted[wanted], &err);

    assert_non_null(file);
    file->facts = xstrdup(text);
    file->facts_len = strlen(text);
    return file;
}

static void add_link(struct layer_facts *facts, const char *path, const char *target, bool hard)
{
    struct error err = {0};

    enter(facts, path, false);
    assert_true(layer_facts_add_link(facts, span_string(path), span_string(target), hard, &err));
}

static void add_problem(struct layer_facts *facts, const char *path, const char *code)
{
    struct layer_file *file;

    enter(facts, path, false);
    file = add_file(facts, path, &jars, 0, "");
    free(STEAL(file->facts));
    file->facts_len = 0;
    file->problem_code = code;
    file->problem = xstrdup("of this and that");
}

/* A layer with everything that facts can have. */
static void fill(struct layer_facts *facts)
{
    struct error err = {0};

    layer_facts_init(facts, &blob);
    enter(facts, "opt", true);
    enter(facts, "opt/a.py", false);
    add_file(facts, "opt/a.py", &python, 0, "{\"old\":1}");
    add_file(facts, "opt/a.py", &jars, 0, "null");
    enter(facts, "opt/a.py", false); /* replaces itself */
    add_file(facts, "opt/a.py", &python, 0, "{\"new\":1}");
    add_file(facts, "opt/a.py", &jars, 0, "[]");
    enter(facts, "db/status", false);
    add_file(facts, "db/status", &python, 1, "\"s\"");
    enter(facts, "gone/x.py", false);
    add_file(facts, "gone/x.py", &python, 0, "1");
    add_link(facts, "gone/link", "x.py", false);
    enter(facts, "gone", false); /* replaces the folder */
    add_link(facts, "usr/lib", "../opt", false);
    add_link(facts, "b.py", "opt/a.py", true);
    add_link(facts, "b.py", "opt/b.py", true);
    add_problem(facts, "large.jar", PROBLEM_TOO_LARGE);
    add_problem(facts, "odd.jar", PROBLEM_MALFORMED);
    assert_true(layer_facts_add_path(facts, &facts->whiteouts, SPAN_LITERAL("etc/x"), &err));
    assert_true(layer_facts_add_path(facts, &facts->opaque, SPAN_LITERAL(""), &err));
    for (int i = 0; i < 2000; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("many/%d", i);

        enter(facts, path, i % 3 == 0);
    }
    folder_sizes_add_file(&facts->folders, SPAN_LITERAL("opt/a.py"), 7);
    folder_sizes_add_file(&facts->folders, SPAN_LITERAL("b.py"), 300);
    folder_sizes_add_others(&facts->folders, 2, 1000);
    facts->passed_over = 300;
    facts->has_diff_id = true;
    facts->diff_id = (struct digest){.bytes = {3, 4, 5}};
}

static void check_set(const struct layer_facts *a, const struct layer_facts *b, const char *path)
{
    assert_int_equal(path_set_get(&a->entries, span_string(path)),
                     path_set_get(&b->entries, span_string(path)));
}

static size_t found_at(const struct layer_facts *facts, struct span path,
                       const struct cataloger *cataloger)
{
    const struct layer_file *file = layer_facts_find(facts, path, cataloger);

    return file ? (size_t)(file - facts->files) : PATH_MAP_NONE;
}

static void check_files(const struct layer_facts *a, const struct layer_facts *b)
{
    assert_int_equal(a->file_count, b->file_count);
    for (size_t i = 0; i < a->file_count; i++) {
        const struct layer_file *x = &a->files[i];
        const struct layer_file *y = &b->files[i];
        struct span path = span_string(x->path);

        assert_string_equal(x->path, y->path);
        assert_ptr_equal(x->cataloger, y->cataloger);
        assert_ptr_equal(x->wanted, y->wanted);
        assert_int_equal(x->dropped, y->dropped);
        assert_int_equal(x->facts_len, y->facts_len);
        assert_string_equal(x->facts ? x->facts : "-", y->facts ? y->facts : "-");
        assert_string_equal(x->problem ? x->problem_code : "-", y->problem ? y->problem_code : "-");
        assert_int_equal(path_map_get(&a->file_at, path), path_map_get(&b->file_at, path));
        assert_int_equal(found_at(a, path, &jars), found_at(b, path, &jars));
    }
}

static void check_links(const struct layer_facts *a, const struct layer_facts *b)
{
    assert_int_equal(a->link_count, b->link_count);
    for (size_t i = 0; i < a->link_count; i++) {
        assert_string_equal(a->links[i].path, b->links[i].path);
        assert_string_equal(a->links[i].target, b->links[i].target);
        assert_int_equal(a->links[i].hard, b->links[i].hard);
        assert_int_equal(a->links[i].dropped, b->links[i].dropped);
        assert_int_equal(path_map_get(&a->link_at, span_string(a->links[i].path)),
                         path_map_get(&b->link_at, span_string(b->links[i].path)));
    }
}

static void check_folders(const struct folder_sizes *sizes)
{
    CLEANUP(cleanup_json) json_t *told = json_new_object();
    CLEANUP(cleanup_free) char *text = NULL;

    folder_sizes_put(told, sizes);
    text = json_dumps(told, JSON_COMPACT);

    assert_string_equal(text, "{\"files\":4,\"bytes\":1307,\"folders\":["
                              "{\"path\":\"/\",\"files\":1,\"bytes\":300},"
                              "{\"path\":\"/opt\",\"files\":1,\"bytes\":7}],"
                              "\"others\":{\"files\":2,\"bytes\":1000}}");
}

static void comes_out_as_it_went_in(void **state)
{
    struct layer_facts in;
    struct layer_facts out;
    struct error err = {0};
    atomic_ullong kept = 0;

    (void)state;
    STRBUF_AUTO(bytes, ROOM);
    STRBUF_AUTO(again, ROOM);
    fill(&in);
    facts_file_write(&in, &terms, &bytes);
    layer_facts_init(&out, &blob);
    out.kept = &kept;
    if (!facts_file_read(strbuf_span(&bytes), &terms, &out, &err))
        fail_msg("%s", err.message);
    check_files(&in, &out);
    check_links(&in, &out);
    assert_int_equal(in.entries.count, out.entries.count);
    check_set(&in, &out, "many/999");
    check_set(&in, &out, "many/1000");
    check_set(&in, &out, "gone");
    check_set(&in, &out, "nowhere");
    assert_string_equal(out.opaque.paths[0], "");
    assert_string_equal(out.whiteouts.paths[0], "etc/x");
    assert_int_equal(out.implicit.count, in.implicit.count);
    assert_int_equal(out.passed_over, 300);
    check_folders(&out.folders);
    assert_true(out.has_diff_id && digest_equal(&out.diff_id, &in.diff_id));
    facts_file_write(&out, &terms, &again);
    assert_true(span_equal(strbuf_span(&bytes), strbuf_span(&again)));
    /* As much counts as kept as did when the layer was read. */
    assert_int_equal(out.own, kept);
    layer_facts_discard(&out);
    assert_int_equal(kept, 0);
    layer_facts_release(&in);
}

static bool reads(struct span bytes, const struct facts_terms *of, struct error *err)
{
    struct layer_facts out;
    bool done;

    layer_facts_init(&out, &blob);
    done = facts_file_read(bytes, of, &out, err);
    layer_facts_release(&out);
    return done;
}

static void other_terms_are_no_fault(void **state)
{
    struct facts_terms others = {list, 2, {.bytes = {1, 3}}};
    struct facts_terms turned = {reversed, 2, {.bytes = {1, 2}}};
    struct facts_terms fewer = {reversed, 1, {.bytes = {1, 2}}};
    struct layer_facts in;
    struct error err = {0};

    (void)state;
    STRBUF_AUTO(bytes, ROOM);
    fill(&in);
    facts_file_write(&in, &terms, &bytes);
    layer_facts_release(&in);
    assert_false(reads(strbuf_span(&bytes), &others, &err));
    assert_false(error_is_set(&err));
    assert_true(reads(strbuf_span(&bytes), &turned, &err));
    assert_false(reads(strbuf_span(&bytes), &fewer, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
}

static void cut_bytes_are_refused(void **state)
{
    struct layer_facts in;

    (void)state;
    STRBUF_AUTO(bytes, ROOM);
    fill(&in);
    facts_file_write(&in, &terms, &bytes);
    layer_facts_release(&in);
    for (size_t len = 0; len < bytes.len; len += len < 1000 ? 1 : 97) {
        struct error err = {0};

        assert_false(reads(span_head(strbuf_span(&bytes), len), &terms, &err));
        assert_int_equal(error_is_set(&err), len >= DIGEST_SIZE);
    }
    strbuf_add_byte(&bytes, 0);
    assert_false(reads(strbuf_span(&bytes), &terms, &(struct error){0}));
}

/* What follows the digest of what was wanted, as C bytes. */
static bool reads_body(const char *body, size_t len, struct error *err)
{
    STRBUF_AUTO(bytes, ROOM);
    strbuf_add(&bytes, terms.wanted.bytes, DIGEST_SIZE);
    strbuf_add(&bytes, body, len);
    return reads(strbuf_span(&bytes), &terms, err);
}

/* What follows the byte that says that there is no diff_id. */
static void check_refused(const char *what, const char *body, size_t len)
{
    struct error err = {0};

    STRBUF_AUTO(bytes, ROOM);
    strbuf_add_byte(&bytes, '\0');
    strbuf_add(&bytes, body, len);
    if (reads_body(bytes.data, bytes.len, &err))
        fail_msg("%s: taken for facts", what);
    assert_int_equal(err.kind, ERROR_MALFORMED);
}
#define CHECK_REFUSED(what, body) check_refused(what, body, sizeof(body) - 1)

/* passed_over, files and bytes of other folders, folders, whiteouts, opaque, implicit, links, then the catalogers in use. */
#define EMPTY_HEAD "\0" NO_FOLDERS "\0\0\0\0"
#define NO_FOLDERS "\0\0\0"
#define USERS "\1\6python"

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    CHECK_REFUSED("a number without an end", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
    CHECK_REFUSED("more folders than are told", "\0\0\0\x41");
    CHECK_REFUSED("a folder without its numbers", "\0\0\0\1\3usr");
    CHECK_REFUSED("more paths than bytes", "\0" NO_FOLDERS "\xff\xff\x7f");
    CHECK_REFUSED("a NUL in a path", "\0" NO_FOLDERS "\1\3a\0b\0\0\0\0\0\0");
    CHECK_REFUSED("a cataloger of no such name", EMPTY_HEAD "\1\1x\0\0");
    CHECK_REFUSED("more catalogers than there are", EMPTY_HEAD "\3\6python\6python\6python\0\0");
    CHECK_REFUSED("a pattern that there is not", EMPTY_HEAD USERS "\1\0\0\2\1p\0\0");
    CHECK_REFUSED("a cataloger twice at a path", EMPTY_HEAD USERS "\2\0\0\0\1p\0\4\0\0\1p\0\0");
    CHECK_REFUSED("one beside nothing", EMPTY_HEAD USERS "\1\4\0\0\1p\0\0");
    CHECK_REFUSED("one that is gone but seen", EMPTY_HEAD USERS "\1\2\0\0\1p\0\0");
    CHECK_REFUSED("a member of no kind", EMPTY_HEAD "\0\0\1\4\0\0\0\0\0\0\0");
    CHECK_REFUSED("a member that is no hash", EMPTY_HEAD "\0\0\1\1\0\0\0\0\0\0\0");
    CHECK_REFUSED("a member twice", EMPTY_HEAD "\0\0\2\5\0\0\0\0\0\0\0\5\0\0\0\0\0\0\0");
}

static void odd_diff_ids_are_refused(void **state)
{
    struct error err = {0};
    char body[1 + DIGEST_SIZE + 11] = {0};

    (void)state;
    /* No members, links, files at all: good with and without the digest. */
    assert_true(reads_body(body, 1 + 11, &err));
    body[0] = 1;
    assert_true(reads_body(body, sizeof body, &err));
    assert_false(reads_body(body, 1 + DIGEST_SIZE - 1, &err));
    body[0] = 2;
    assert_false(reads_body(body, sizeof body, &err));
    assert_int_equal(err.kind, ERROR_MALFORMED);
}

/* Members that all want one place would make every look at the set a walk. */
static void crowded_members_are_refused(void **state)
{
    (void)state;
    STRBUF_AUTO(body, 8 * ROOM);
    strbuf_add(&body, EMPTY_HEAD "\0\0", 10);
    strbuf_add(&body, "\x80\x80\x04", 3); /* 65,536 */
    for (uint64_t i = 1; i <= 65536; i++) {
        uint64_t slot = i << 40 | 1;

        strbuf_add(&body, &slot, sizeof slot);
    }
    check_refused("members with one hash", body.data, body.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_out_as_it_went_in),   cmocka_unit_test(other_terms_are_no_fault),
        cmocka_unit_test(cut_bytes_are_refused),     cmocka_unit_test(odd_diff_ids_are_refused),
        cmocka_unit_test(what_cannot_be_is_refused), cmocka_unit_test(crowded_members_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
