/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "beneath.h"
#include "xalloc.h"

struct tree {
    int root;
    struct broker *broker; /* NULL: this process opens */
    size_t service;
};

/* What somebody did to the entry, and no fault of the disk or of ours. */
static bool is_of_entry(int errnum)
{
    static const int known[] = {ENOENT, ENOTDIR, ELOOP, EACCES, EPERM, ENXIO, ESTALE};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (errnum == known[i])
            return true;
    return false;
}

static bool fail(struct error *err)
{
    if (errno == EXDEV)
        return error_set(err, ERROR_NO_INPUT, "another file system is mounted there");
    if (is_of_entry(errno))
        return error_set(err, ERROR_NO_INPUT, "cannot be opened: %s", strerrordesc_np(errno));
    return error_set_errno(err, errno, "cannot be opened");
}

struct tree *tree_open(const char *path, struct error *err)
{
    int root = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    CLEANUP(cleanup_fd)
    int itself = root < 0 ? -1 : open_beneath(root, ".", O_RDONLY | O_DIRECTORY);
    struct tree *tree;

    if (root >= 0 && itself < 0 && errno == ENOSYS)
        error_set(err, ERROR_CONFIGURATION, "this kernel has no openat2(2), which 'rootfs:' needs");
    else if (itself < 0)
        error_set_errno(err, errno, "cannot open the folder '%s'", QUOTE(path));
    if (itself < 0) {
        if (root >= 0)
            close(root);
        return NULL;
    }
    tree = xcalloc(1, sizeof *tree);
    tree->root = root;
    return tree;
}

void tree_close(struct tree *tree)
{
    if (!tree)
        return;
    close(tree->root);
    free(tree);
}

/* Opened only once it is known what it is, as opening a device may set it going. */
static bool open_known(const struct tree *tree, const char *path, const struct stat *known,
                       struct broker_answer *ret, struct error *err)
{
    int flags = S_ISDIR(known->st_mode) ? O_RDONLY | O_DIRECTORY : O_RDONLY | O_NONBLOCK | O_NOCTTY;
    int fd = open_beneath(tree->root, path, flags);
    struct stat st;

    if (fd < 0)
        return fail(err);
    if (fstat(fd, &st) == 0 && st.st_ino == known->st_ino &&
        (st.st_mode & S_IFMT) == (known->st_mode & S_IFMT)) {
        ret->fd = fd;
        ret->size = st.st_size > 0 ? (uint64_t)st.st_size : 0;
        return true;
    }
    close(fd);
    return error_set(err, ERROR_NO_INPUT, "changed while it was opened");
}

static bool serve(void *context, unsigned what, const char *path, struct broker_answer *ret,
                  struct error *err)
{
    const struct tree *tree = context;
    CLEANUP(cleanup_fd) int place = open_beneath(tree->root, path, O_PATH);
    struct stat st;
    ssize_t len;

    (void)what;
    if (place < 0 || fstat(place, &st) != 0)
        return fail(err);
    ret->mode = st.st_mode;
    if (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))
        return open_known(tree, path, &st, ret, err);
    if (!S_ISLNK(st.st_mode))
        return true;
    len = readlinkat(place, "", ret->text, sizeof ret->text - 1);
    if (len < 0)
        return fail(err);
    ret->text[len] = '\0';
    return true;
}

void tree_share(struct tree *tree, struct broker *broker)
{
    tree->broker = broker;
    tree->service = broker_add(broker, serve, tree);
}

bool tree_get_many(struct tree *tree, struct broker_question *questions, size_t count,
                   struct error *err)
{
    if (tree->broker)
        return broker_ask_many(tree->broker, tree->service, 0, questions, count, err);
    for (size_t i = 0; i < count; i++) {
        questions[i].err = (struct error){0};
        questions[i].answer.fd = -1;
        serve(tree, 0, questions[i].name, &questions[i].answer, &questions[i].err);
    }
    return true;
}

bool tree_get(struct tree *tree, const char *path, struct broker_answer *ret, struct error *err)
{
    struct broker_question question = {.name = path};

    if (!tree_get_many(tree, &question, 1, err))
        return false;
    if (error_is_set(&question.err))
        return error_set(err, question.err.kind, "%s", question.err.message);
    *ret = question.answer;
    return true;
}
