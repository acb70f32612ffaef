/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleanup.h"
#include "stream.h"
#include "xalloc.h"

#define MOST_REGISTERED 100

/* Set and cleared by one thread at a time, and read by the handler at any. */
static const char *volatile registered[MOST_REGISTERED];

static void end_by_signal(int number)
{
    for (size_t i = 0; i < MOST_REGISTERED; i++) {
        const char *temporary = registered[i];

        if (temporary)
            unlink(temporary);
    }
    _exit(128 + number);
}

void output_handle_signals(void)
{
    struct sigaction act = {.sa_handler = end_by_signal};
    struct sigaction old;

    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    /* A terminal that is closed; nohup's work goes on. */
    if (sigaction(SIGHUP, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
        sigaction(SIGHUP, &act, NULL);
    signal(SIGPIPE, SIG_IGN);
}

void output_remove_on_signal(const char *temporary)
{
    for (size_t i = 0; i < MOST_REGISTERED; i++) {
        if (!registered[i]) {
            registered[i] = temporary;
            return;
        }
    }
}

void output_keep_on_signal(const char *temporary)
{
    for (size_t i = 0; i < MOST_REGISTERED; i++)
        if (registered[i] == temporary)
            registered[i] = NULL;
}

/* True for what cannot be renamed over without breaking it: a device, a pipe, a socket. */
static bool must_write_directly(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

/*
 * True for /dev/stdout and its like, also where stdout is a regular file: renaming over
 * the name would take the device away from everybody.
 */
static bool is_stdout(const char *path)
{
    struct stat named;
    struct stat standard;

    return stat(path, &named) == 0 && fstat(STDOUT_FILENO, &standard) == 0 &&
           named.st_dev == standard.st_dev && named.st_ino == standard.st_ino;
}

static bool open_temporary(struct output *out, struct error *err)
{
    mode_t mask = umask(0);

    umask(mask);
    out->temporary = xasprintf("%s.XXXXXX", out->path);
    out->fd = mkostemp(out->temporary, O_CLOEXEC);
    if (out->fd < 0) {
        error_set_errno(err, errno, "cannot write '%s'", QUOTE(out->path));
        /* A folder that is not there is no input that is missing. */
        if (err->kind == ERROR_NO_INPUT)
            err->kind = ERROR_LOCAL_IO;
        free(STEAL(out->temporary));
        return false;
    }
    output_remove_on_signal(out->temporary);
    /* mkostemp makes it private; the result is as any file of this user would be. */
    if (fchmod(out->fd, 0666 & ~mask) != 0)
        return error_set_errno(err, errno, "cannot set the mode of '%s'", QUOTE(out->path));
    return true;
}

bool output_open(struct output *out, const char *path, struct error *err)
{
    *out = (struct output){.fd = STDOUT_FILENO};
    if (!path || strcmp(path, "-") == 0 || is_stdout(path)) {
        /* A closed stdout would lend its number to the next file that is opened. */
        if (fcntl(STDOUT_FILENO, F_GETFD) < 0)
            return error_set_errno(err, errno, "cannot write stdout");
        return true;
    }
    out->path = xstrdup(path);
    out->fd = -1;
    if (must_write_directly(path)) {
        out->fd = open(path, O_WRONLY | O_CLOEXEC);
        if (out->fd < 0)
            error_set_errno(err, errno, "cannot write '%s'", QUOTE(path));
    } else {
        open_temporary(out, err);
    }
    if (error_is_set(err))
        output_abort(out);
    return !error_is_set(err);
}

bool output_write(struct output *out, struct span bytes, struct error *err)
{
    return write_all(out->fd, bytes.data, bytes.len, out->path ? out->path : "stdout", err);
}

bool output_sink(void *context, struct span bytes, struct error *err)
{
    return output_write(context, bytes, err);
}

/* Makes the rename survive a power cut: the folder is synced too. */
static void sync_folder_of(const char *path)
{
    CLEANUP(cleanup_free) char *folder = xstrdup(path);
    char *slash = strrchr(folder, '/');
    CLEANUP(cleanup_fd) int fd = -1;

    if (slash)
        slash[slash == folder ? 1 : 0] = '\0';
    fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Some file systems cannot sync a folder; the file itself is safe by then. */
    if (fd >= 0 && fsync(fd) != 0)
        return;
}

static bool close_fd(struct output *out, struct error *err)
{
    int fd = out->fd;

    out->fd = -1;
    if (close(fd) != 0)
        return error_set_errno(err, errno, "cannot write '%s'",
                               out->path ? QUOTE(out->path) : "stdout");
    return true;
}

static bool rename_into_place(struct output *out, struct error *err)
{
    if (rename(out->temporary, out->path) != 0)
        return error_set_errno(err, errno, "cannot rename into '%s'", QUOTE(out->path));
    output_keep_on_signal(out->temporary);
    free(STEAL(out->temporary));
    sync_folder_of(out->path);
    return true;
}

bool output_commit(struct output *out, struct error *err)
{
    bool done = true;

    if (out->temporary && fsync(out->fd) != 0)
        done = error_set_errno(err, errno, "cannot write '%s'", QUOTE(out->path));
    done = close_fd(out, err) && done;
    if (done && out->temporary)
        done = rename_into_place(out, err);
    output_abort(out);
    return done;
}

void output_abort(struct output *out)
{
    if (out->path && out->fd >= 0)
        close(out->fd);
    if (out->temporary) {
        unlink(out->temporary);
        output_keep_on_signal(out->temporary);
    }
    free(STEAL(out->temporary));
    free(STEAL(out->path));
    out->fd = -1;
}

bool write_file_whole(const char *path, struct span bytes, bool durable, struct error *err)
{
    struct output out;

    if (!output_open(&out, path, err))
        return false;
    if (!output_write(&out, bytes, err)) {
        output_abort(&out);
        return false;
    }
    if (durable)
        return output_commit(&out, err);
    if (!close_fd(&out, err) || (out.temporary && rename(out.temporary, path) != 0)) {
        error_set_errno(err, errno, "cannot rename into '%s'", QUOTE(path));
        output_abort(&out);
        return false;
    }
    output_keep_on_signal(out.temporary);
    free(STEAL(out.temporary));
    output_abort(&out);
    return true;
}

bool name_file(int fd, const char *path)
{
    CLEANUP(cleanup_free) char *source = xasprintf("/proc/self/fd/%d", fd);

    if (fsync(fd) != 0 || linkat(AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) != 0)
        return false;
    sync_folder_of(path);
    return true;
}

bool make_folders(const char *path, struct error *err)
{
    CLEANUP(cleanup_free) char *part = xstrdup(path);

    for (char *slash = part + 1;; slash++) {
        char end = *slash;

        if (end && end != '/')
            continue;
        *slash = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return error_set_errno(err, errno, "cannot make the folder '%s'", QUOTE(part));
        *slash = end;
        if (!end)
            return true;
    }
}
