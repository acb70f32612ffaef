/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "layer_cache.h"
#include "stream.h"
#include "xalloc.h"

#define WRITERS 8
#define ROUNDS 40

static const struct digest blob = {.bytes = {1, 2, 3}};
static const struct digest other = {.bytes = {4, 5, 6}};

/* A folder that is not there yet, in a new one; what is left is the runner's to remove. */
static int set_up(void **state)
{
    const char *parent = getenv("TMPDIR");
    CLEANUP(cleanup_free) char *folder = xasprintf("%s/cache.XXXXXX", parent ? parent : "/tmp");

    if (!mkdtemp(folder))
        return -1;
    *state = xasprintf("%s/a/b", folder);
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct layer_cache *open_cache(const char *where, uint64_t most)
{
    struct error err = {0};
    struct layer_cache_options how = {.most_bytes = most};
    struct layer_cache *cache = layer_cache_open(where, &how, &err);

    assert_non_null(cache);
    return cache;
}

static void put(struct layer_cache *cache, const struct digest *digest, struct span body)
{
    struct layer_cache_key key = layer_cache_key(digest, NULL);
    struct error err = {0};

    if (!layer_cache_put(cache, &key, body, &err))
        fail_msg("%s", err.message);
}

/* want NULL: there is none, and no error. */
static void check(struct layer_cache *cache, const struct digest *digest, const char *want)
{
    struct layer_cache_key key = layer_cache_key(digest, NULL);
    CLEANUP(cleanup_free) char *memory = NULL;
    struct error err = {0};
    struct span body;
    bool found = layer_cache_get(cache, &key, &memory, &body, &err);

    assert_string_equal(err.message, "");
    assert_int_equal(found, want != NULL);
    if (want)
        assert_true(span_equal_string(body, want));
    assert_int_equal(layer_cache_has(cache, &key, &err), want != NULL);
    assert_false(error_is_set(&err));
}

static void keeps_what_was_put(void **state)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = open_cache(*state, 0);
    struct layer_cache_key key = layer_cache_key(&blob, NULL);

    check(cache, &blob, NULL);
    put(cache, &blob, SPAN_LITERAL("one"));
    put(cache, &other, SPAN_LITERAL(""));
    check(cache, &blob, "one");
    check(cache, &other, "");
    put(cache, &blob, SPAN_LITERAL("two"));
    check(cache, &blob, "two");
    layer_cache_remove(cache, &key);
    layer_cache_remove(cache, &key);
    check(cache, &blob, NULL);
}

static void keys_differ_by_layer_and_question(void **state)
{
    struct layer_cache_key whole = layer_cache_key(&blob, NULL);
    struct layer_cache_key part = layer_cache_key(&blob, &other);
    struct layer_cache_key reverse = layer_cache_key(&other, &blob);

    (void)state;
    assert_string_not_equal(whole.text, part.text);
    assert_string_not_equal(part.text, reverse.text);
    assert_true(span_starts_with(span_string(part.text), whole.text));
}

static void check_absent(struct layer_cache *cache, const struct layer_cache_key *key)
{
    struct error err = {0};

    assert_false(layer_cache_has(cache, key, &err));
    assert_string_equal(err.message, "");
}

static char *entry_path(const char *folder, const struct digest *digest)
{
    struct layer_cache_key key = layer_cache_key(digest, NULL);

    return xasprintf("%s/%s", folder, key.text);
}

static void check_damaged(struct layer_cache *cache, const char *what)
{
    struct layer_cache_key key = layer_cache_key(&blob, NULL);
    CLEANUP(cleanup_free) char *memory = NULL;
    struct error err = {0};
    struct span body;

    if (layer_cache_get(cache, &key, &memory, &body, &err))
        fail_msg("%s: taken for good", what);
    assert_null(memory);
    assert_int_equal(err.kind, ERROR_MALFORMED);
    assert_non_null(strstr(err.message, ".facts"));
}

static void sees_every_changed_byte(void **state)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = open_cache(*state, 0);
    CLEANUP(cleanup_free) char *path = entry_path(*state, &blob);
    struct stat st;
    char byte;

    put(cache, &blob, SPAN_LITERAL("some facts"));
    assert_int_equal(stat(path, &st), 0);
    for (off_t i = 0; i < st.st_size; i++) {
        CLEANUP(cleanup_fd) int fd = open(path, O_RDWR);

        assert_int_equal(pread(fd, &byte, 1, i), 1);
        byte ^= 1;
        assert_int_equal(pwrite(fd, &byte, 1, i), 1);
        check_damaged(cache, "a changed byte");
        byte ^= 1;
        assert_int_equal(pwrite(fd, &byte, 1, i), 1);
    }
    check(cache, &blob, "some facts");
    for (off_t size = st.st_size; size-- > 0;) {
        assert_int_equal(truncate(path, size), 0);
        check_damaged(cache, "a cut entry");
    }
    put(cache, &blob, SPAN_LITERAL("new facts"));
    check(cache, &blob, "new facts");
}

static void another_layers_entry_is_none(void **state)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = open_cache(*state, 0);
    CLEANUP(cleanup_free) char *from = entry_path(*state, &other);
    CLEANUP(cleanup_free) char *to = entry_path(*state, &blob);

    put(cache, &other, SPAN_LITERAL("other facts"));
    assert_int_equal(rename(from, to), 0);
    check_damaged(cache, "an entry under another name");
    assert_int_equal(unlink(to), 0);
    assert_int_equal(mkdir(to, 0777), 0);
    check_damaged(cache, "a folder");
    assert_int_equal(rmdir(to), 0);
    assert_int_equal(mkfifo(to, 0666), 0);
    check_damaged(cache, "a pipe");
}

/* Entry i was used at second i. */
static void fill(struct layer_cache *cache, const char *folder, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct digest digest = {.bytes = {(unsigned char)i, 9}};
        CLEANUP(cleanup_free) char *path = entry_path(folder, &digest);
        struct timespec used[2] = {{.tv_sec = 1000 + (time_t)i}, {.tv_sec = 1000 + (time_t)i}};

        put(cache, &digest, SPAN_LITERAL("0123456789"));
        assert_int_equal(utimensat(AT_FDCWD, path, used, 0), 0);
    }
}

static void evicts_what_was_used_longest_ago(void **state)
{
    struct digest first = {.bytes = {0, 9}};
    CLEANUP(cleanup_free) char *path = entry_path(*state, &first);
    CLEANUP(cleanup_free) char *foreign = xasprintf("%s/README", (char *)*state);
    struct layer_cache *cache = open_cache(*state, 0);
    struct stat st;

    fill(cache, *state, 10);
    layer_cache_close(cache);
    close(open(foreign, O_CREAT | O_WRONLY, 0666));
    assert_int_equal(stat(path, &st), 0);
    cache = open_cache(*state, 3 * (uint64_t)st.st_size);
    check(cache, &first, "0123456789"); /* this makes it young */
    put(cache, &blob, SPAN_LITERAL("0123456789"));
    layer_cache_close(cache);
    cache = open_cache(*state, 0);
    check(cache, &first, "0123456789");
    check(cache, &blob, "0123456789");
    for (unsigned char i = 1; i < 10; i++)
        check(cache, &(struct digest){.bytes = {i, 9}}, i == 9 ? "0123456789" : NULL);
    layer_cache_close(cache);
    assert_int_equal(access(foreign, F_OK), 0);
}

static void removes_what_killed_writers_left(void **state)
{
    CLEANUP(cleanup_free) char *old = xasprintf("%s/.incomplete-abcdef", (char *)*state);
    CLEANUP(cleanup_free) char *young = xasprintf("%s/.incomplete-ghijkl", (char *)*state);
    const struct timespec then[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    struct layer_cache *cache = open_cache(*state, 0);

    put(cache, &blob, SPAN_LITERAL("facts"));
    close(open(old, O_CREAT | O_WRONLY, 0666));
    close(open(young, O_CREAT | O_WRONLY, 0666));
    assert_int_equal(utimensat(AT_FDCWD, old, then, 0), 0);
    layer_cache_close(cache);
    assert_int_not_equal(access(old, F_OK), 0);
    assert_int_equal(access(young, F_OK), 0);
}

static void write_and_read(const char *folder, int writer)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = open_cache(folder, 0);
    CLEANUP(cleanup_free) char *body = xmalloc(100000);
    struct layer_cache_key key = layer_cache_key(&blob, NULL);

    memset(body, 'a' + writer, 100000);
    for (int i = 0; i < ROUNDS; i++) {
        CLEANUP(cleanup_free) char *memory = NULL;
        struct error err = {0};
        struct span found;

        put(cache, &blob, span_of(body, 100000));
        if (!layer_cache_get(cache, &key, &memory, &found, &err) || found.len != 100000 ||
            memcmp(found.data, found.data + 1, 99999) != 0)
            _exit(1);
    }
}

static void many_writers_never_show_half_an_entry(void **state)
{
    pid_t writers[WRITERS];

    for (int i = 0; i < WRITERS; i++) {
        writers[i] = fork();
        assert_true(writers[i] >= 0);
        if (!writers[i]) {
            write_and_read(*state, i);
            _exit(0);
        }
    }
    for (int i = 0; i < WRITERS; i++) {
        int status = -1;

        assert_int_equal(waitpid(writers[i], &status, 0), writers[i]);
        assert_int_equal(status, 0);
    }
}

static void a_place_that_cannot_be_written_is_told(void **state)
{
    CLEANUP(cleanup_layer_cache) struct layer_cache *cache = open_cache("/dev/null/cache", 0);
    struct layer_cache_key key = layer_cache_key(&blob, NULL);
    struct error err = {0};

    (void)state;
    check(cache, &blob, NULL);
    assert_false(layer_cache_put(cache, &key, SPAN_LITERAL("x"), &err));
    assert_int_equal(err.kind, ERROR_LOCAL_IO);
}

static void other_places_are_refused_by_name(void **state)
{
    struct layer_cache_options how = {.seconds = 1};
    struct error err = {0};

    (void)state;
    assert_null(layer_cache_open("s3://bucket/..", &how, &err));
    assert_int_equal(err.kind, ERROR_USAGE);
    error_clear(&err);
    assert_null(layer_cache_open("", &how, &err));
    assert_int_equal(err.kind, ERROR_USAGE);
    error_clear(&err);
    assert_null(layer_cache_open("S3://bucket", &how, &err));
    assert_int_equal(err.kind, ERROR_USAGE);
}

/* ---- signed entries ---- */

static struct layer_cache *open_signed(const char *where, const char *key)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s.key", where);
    struct layer_cache_options how = {.key_file = path};
    struct error err = {0};
    FILE *out = fopen(path, "w");
    struct layer_cache *cache;

    assert_non_null(out);
    fputs(key, out);
    fclose(out);
    cache = layer_cache_open(where, &how, &err);
    if (cache) {
        /* It is read by the first question, and never again. */
        struct layer_cache_key any = layer_cache_key(&other, &blob);

        check_absent(cache, &any);
    } else {
        assert_int_equal(err.kind, ERROR_CONFIGURATION);
    }
    return cache;
}

#define KEY "0123456789abcdef0123456789abcdef"

static void a_forged_entry_is_seen(void **state)
{
    CLEANUP(cleanup_free) char *parent = xmemdup0(*state, strlen(*state) - 2);
    CLEANUP(cleanup_layer_cache) struct layer_cache *forger = NULL;
    CLEANUP(cleanup_layer_cache) struct layer_cache *stranger = NULL;
    CLEANUP(cleanup_layer_cache) struct layer_cache *ours = NULL;

    assert_int_equal(mkdir(parent, 0777), 0);
    forger = open_cache(*state, 0);
    ours = open_signed(*state, KEY);
    stranger = open_signed(*state, KEY "x");
    put(ours, &blob, SPAN_LITERAL("facts"));
    check(ours, &blob, "facts");
    check_damaged(forger, "a signed one, without the key");
    check_damaged(stranger, "another key's");
    put(forger, &blob, SPAN_LITERAL("forged"));
    check(forger, &blob, "forged");
    check_damaged(ours, "one with its digest alone");
    put(stranger, &blob, SPAN_LITERAL("forged"));
    check_damaged(ours, "one signed with another key");
    put(ours, &blob, SPAN_LITERAL("facts"));
    check(ours, &blob, "facts");
}

static void a_short_key_is_none(void **state)
{
    CLEANUP(cleanup_free) char *parent = xmemdup0(*state, strlen(*state) - 2);

    assert_int_equal(mkdir(parent, 0777), 0);
    assert_null(open_signed(*state, "too short"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_what_was_put, set_up, tear_down),
        cmocka_unit_test(keys_differ_by_layer_and_question),
        cmocka_unit_test_setup_teardown(sees_every_changed_byte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_layers_entry_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(evicts_what_was_used_longest_ago, set_up, tear_down),
        cmocka_unit_test_setup_teardown(removes_what_killed_writers_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_writers_never_show_half_an_entry, set_up, tear_down),
        cmocka_unit_test(a_place_that_cannot_be_written_is_told),
        cmocka_unit_test(other_places_are_refused_by_name),
        cmocka_unit_test_setup_teardown(a_forged_entry_is_seen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_short_key_is_none, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
