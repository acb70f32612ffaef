/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "credential_helper.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <time.h>

#include "json_in.h"
#include "redact.h"
#include "strbuf.h"
#include "xalloc.h"

extern char **environ;

/* ---- its answer ---- */

bool credential_helper_parse(struct span answer, struct login *ret, struct error *err)
{
    CLEANUP(cleanup_json) json_t *root = json_in_parse_secret(answer, "its answer", err);
    struct span user = json_in_span_or_empty(root, "Username");
    struct span secret = json_in_span_or_empty(root, "Secret");

    if (!root)
        err->kind = ERROR_CONFIGURATION;
    if (!json_is_object(root))
        return error_set(err, ERROR_CONFIGURATION, "its answer is no JSON object");
    if (!user.len || !secret.len)
        return true;
    if (span_equal_string(user, "<token>")) {
        ret->identity_token = xmemdup0(secret.data, secret.len);
        return true;
    }
    ret->user = xmemdup0(user.data, user.len);
    ret->password = xmemdup0(secret.data, secret.len);
    return true;
}

/* ---- the process ---- */

struct helper {
    pid_t pid;
    int exited; /* a pidfd, which can be read when it has ended */
    int in, out, errors;
    struct strbuf answer, words;
};

static void close_fd(int *fd)
{
    cleanup_fd(fd);
    *fd = -1;
}

static void helper_release(struct helper *helper)
{
    int ignored;

    if (helper->pid > 0) {
        kill(helper->pid, SIGKILL);
        waitpid(helper->pid, &ignored, 0);
    }
    close_fd(&helper->exited);
    close_fd(&helper->in);
    close_fd(&helper->out);
    close_fd(&helper->errors);
    explicit_bzero(helper->answer.data, helper->answer.len);
    strbuf_release(&helper->answer);
    strbuf_release(&helper->words);
}

/* The server waits in the pipe, which holds it, before anybody reads it: nothing can block or break. */
static bool prepare_input(struct helper *helper, const char *server)
{
    int ends[2];
    size_t len = strlen(server);
    bool written;

    errno = ENAMETOOLONG;
    if (len > LIMIT_REFERENCE || pipe2(ends, O_CLOEXEC) != 0)
        return false;
    helper->in = ends[0];
    written = write(ends[1], server, len) == (ssize_t)len;
    close(ends[1]);
    return written;
}

/* *ret_read stays here, *ret_write goes to the helper. */
static bool make_pipe(int *ret_read, int *ret_write)
{
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    *ret_read = ends[0];
    *ret_write = ends[1];
    return fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

/* Returns an errno value. */
static int spawn(struct helper *helper, const char *program, int out, int errors)
{
    char *argv[] = {xstrdup(program), xstrdup("get"), NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t pipe_signal;
    int failure;

    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, helper->in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes);
    /* We ignore it; programs expect that it ends them. */
    posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    failure = posix_spawnp(&helper->pid, program, &actions, &attributes, argv, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    free(argv[0]);
    free(argv[1]);
    if (failure)
        helper->pid = 0;
    return failure;
}

static bool start(struct helper *helper, const char *program, const char *server,
                  bool *ret_installed, struct error *err)
{
    CLEANUP(cleanup_fd) int out = -1;
    CLEANUP(cleanup_fd) int errors = -1;
    int failure = 0;

    if (!prepare_input(helper, server) || !make_pipe(&helper->out, &out) ||
        !make_pipe(&helper->errors, &errors))
        return error_set_errno(err, errno, "cannot run it");
    failure = spawn(helper, program, out, errors);
    *ret_installed = failure != ENOENT;
    if (failure)
        return failure == ENOENT ||
               error_set(err, ERROR_CONFIGURATION, "cannot run it: %s", strerror(failure));
    helper->exited = pidfd_open(helper->pid, 0);
    return helper->exited >= 0 || error_set_errno(err, errno, "cannot wait for it");
}

/* What there is at the moment, as much as a pipe holds; false at the end. */
static bool drain(int fd, struct strbuf *into)
{
    char piece[4 * KIB];
    ssize_t n = 1;

    for (size_t i = 0; i < 16 && n > 0; i++) {
        n = read(fd, piece, sizeof piece);
        strbuf_add(into, piece, n > 0 ? (size_t)n : 0);
    }
    explicit_bzero(piece, sizeof piece);
    if (n > 0)
        return true;
    return n < 0 && (errno == EAGAIN || errno == EINTR);
}

static int milliseconds_until(const struct timespec *end)
{
    struct timespec now;
    long long left;

    clock_gettime(CLOCK_MONOTONIC, &now);
    left = (end->tv_sec - now.tv_sec) * 1000LL + (end->tv_nsec - now.tv_nsec) / 1000000;
    return left > 0 ? (int)left : 0;
}

/* Reads until it has ended, not until its pipes have: what it leaves running may keep these. */
static bool listen_to(struct helper *helper, struct error *err)
{
    struct pollfd fds[] = {{helper->exited, POLLIN, 0},
                           {helper->out, POLLIN, 0},
                           {helper->errors, POLLIN, 0}};
    struct timespec end;

    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += LIMIT_HELPER_SECONDS;
    while (!fds[0].revents) {
        int ready = poll(fds, 3, milliseconds_until(&end));

        if (ready == 0)
            return error_set(err, ERROR_TRY_AGAIN, "it has not answered within %d seconds",
                             LIMIT_HELPER_SECONDS);
        if (ready < 0 && errno != EINTR)
            return error_set_errno(err, errno, "cannot wait for it");
        if (!drain(helper->out, &helper->answer))
            fds[1].fd = -1;
        if (!drain(helper->errors, &helper->words))
            fds[2].fd = -1;
        if (strbuf_overflowed(&helper->answer))
            return error_set(err, ERROR_CONFIGURATION, "its answer is larger than %zu bytes",
                             LIMIT_HELPER_ANSWER);
    }
    return true;
}

/* ---- all of it ---- */

/* Helpers say why on stdout; what they run says it on stderr. */
static bool refuse(const struct helper *helper, int status, struct error *err)
{
    struct span said = span_trim(strbuf_span(&helper->answer));
    STRBUF_AUTO(shown, LIMIT_ERROR_MESSAGE);

    if (!said.len)
        said = span_trim(strbuf_span(&helper->words));
    redact_append(&shown, span_head(said, span_find_byte(said, '\n')));
    if (WIFSIGNALED(status))
        return error_set(err, ERROR_CONFIGURATION, "it was ended by signal %d", WTERMSIG(status));
    return error_set(err, ERROR_CONFIGURATION, "it ended with status %d: %s", WEXITSTATUS(status),
                     shown.len ? QUOTE(shown.data) : "it says nothing");
}

static bool end(struct helper *helper, struct login *ret, struct error *err)
{
    pid_t pid = helper->pid;
    int status = 0;

    helper->pid = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (status == 0)
        return credential_helper_parse(strbuf_span(&helper->answer), ret, err);
    return span_contains(strbuf_span(&helper->answer), "credentials not found") ||
           refuse(helper, status, err);
}

/* It becomes part of a program's name: it must not lead into another folder. */
static bool is_name(const char *name)
{
    for (const char *p = name; *p; p++)
        if (!isalnum((unsigned char)*p) && !strchr("._-", *p))
            return false;
    return *name && strlen(name) <= LIMIT_HELPER_NAME;
}

bool credential_helper_get(const char *name, const char *server, struct login *ret,
                           bool *ret_installed, struct error *err)
{
    __attribute__((cleanup(
        helper_release))) struct helper helper = {.exited = -1, .in = -1, .out = -1, .errors = -1};
    CLEANUP(cleanup_free) char *program = xasprintf("docker-credential-%s", name);
    bool good;

    strbuf_init(&helper.answer, LIMIT_HELPER_ANSWER);
    strbuf_init(&helper.words, LIMIT_ERROR_MESSAGE);
    if (!is_name(name))
        return error_set(err, ERROR_CONFIGURATION, "'%s' is no name of a credential helper",
                         QUOTE(name));
    good = start(&helper, program, server, ret_installed, err) &&
           (!*ret_installed || (listen_to(&helper, err) && end(&helper, ret, err)));
    return good || error_prefix(err, "%s", program);
}
