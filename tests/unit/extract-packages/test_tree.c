/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a root file system is opened for a confined process, whatever it asks for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sandbox.h"
#include "tree.h"
#include "xalloc.h"

static const struct {
    const char *path;
    mode_t type; /* 0: it is refused */
    const char *text;
} cases[] = {
    {".", S_IFDIR, ""},
    {"file", S_IFREG, ""},
    {"sub", S_IFDIR, ""},
    {"sub/file", S_IFREG, ""},
    {"sub/../file", S_IFREG, ""},
    {"up", S_IFLNK, "../secret"},
    {"root", S_IFLNK, "/"},
    {"pipe", S_IFIFO, ""},
    {"", 0, NULL},
    {"nowhere", 0, NULL},
    {"..", 0, NULL},
    {"../secret", 0, NULL},
    {"sub/../../secret", 0, NULL},
    {"/etc/passwd", 0, NULL},
    {"root/etc/passwd", 0, NULL},
    {"here/file", 0, NULL}, /* "here" leads to ".", and is no folder */
    {"up/x", 0, NULL},
    {"file/x", 0, NULL},
};

#define CASES (sizeof cases / sizeof *cases)

struct job {
    struct tree *tree;
    char (*shared)[256]; /* what is wrong with each case */
};

static void check(struct tree *tree, size_t i, char wrong[256])
{
    struct broker_answer answer = {.fd = -1};
    struct error err = {0};
    bool found = tree_get(tree, cases[i].path, &answer, &err);
    bool has_fd = cases[i].type == S_IFREG || cases[i].type == S_IFDIR;

    if (found != (cases[i].type != 0))
        snprintf(wrong, 256, "found %d: %.200s", found, err.message);
    else if (!found && err.kind != ERROR_NO_INPUT)
        snprintf(wrong, 256, "kind %d: %.200s", (int)err.kind, err.message);
    else if (found && ((answer.mode & S_IFMT) != cases[i].type || (answer.fd >= 0) != has_fd ||
                       strcmp(answer.text, cases[i].text) != 0))
        snprintf(wrong, 256, "type %o, fd %d, '%.100s'", answer.mode, answer.fd, answer.text);
    if (answer.fd >= 0)
        close(answer.fd);
}

static bool try_all(void *context, struct error *err)
{
    const struct job *job = context;

    (void)err;
    for (size_t i = 0; i < CASES; i++)
        check(job->tree, i, job->shared[i]);
    return true;
}

static void make(const char *folder, const char *name, bool is_folder)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    int fd = is_folder ? mkdir(path, 0700) : open(path, O_CREAT | O_WRONLY, 0600);

    assert_true(fd >= 0);
    if (!is_folder)
        close(fd);
}

static void make_link(const char *folder, const char *name, const char *target)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);

    assert_int_equal(symlink(target, path), 0);
}

static int set_up(void **state)
{
    const char *parent = getenv("TMPDIR");
    char *folder = xasprintf("%s/tree.XXXXXX", parent ? parent : "/tmp");
    CLEANUP(cleanup_free) char *pipe_path = NULL;

    *state = folder;
    if (!mkdtemp(folder))
        return -1;
    make(folder, "secret", false);
    make(folder, "in", true);
    make(folder, "in/file", false);
    make(folder, "in/sub", true);
    make(folder, "in/sub/file", false);
    make_link(folder, "in/up", "../secret");
    make_link(folder, "in/root", "/");
    make_link(folder, "in/here", ".");
    pipe_path = xasprintf("%s/in/pipe", folder);
    return mkfifo(pipe_path, 0600);
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static void check_tree(const char *where, bool confined)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/in", where);
    CLEANUP(cleanup_broker) struct broker *broker = broker_new();
    struct error err = {0};
    struct job job = {tree_open(path, &err), sandbox_share(CASES * sizeof *job.shared)};

    assert_non_null(job.tree);
    if (confined)
        tree_share(job.tree, broker);
    if (confined ? !sandbox_run(try_all, &job, SANDBOX_DATA, broker, &err) : !try_all(&job, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < CASES; i++)
        if (job.shared[i][0])
            fail_msg("'%s': %s", cases[i].path, job.shared[i]);
    tree_close(job.tree);
    sandbox_unshare(job.shared, CASES * sizeof *job.shared);
}

static void gives_what_lies_below_and_nothing_else(void **state)
{
    check_tree(*state, true);
}

static void is_the_same_unconfined(void **state)
{
    check_tree(*state, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_what_lies_below_and_nothing_else),
        cmocka_unit_test(is_the_same_unconfined),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
