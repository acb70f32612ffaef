/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A confined process tries what it must not, and what it must be able to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "digest.h"
#include "sandbox.h"
#include "xalloc.h"

/* What each attempt gave: 0, or an errno value. */
struct attempts {
    int open;
    int open_for_writing;
    int openat;
    int unlink;
    int socket;
    int connect;
    int exec;
    int fork;
    int vfork;
    int kill;
    int ptrace;
    int executable_memory;
    int stat;
    int stat_at; /* with the flag that fstat() has, and a name all the same */
    int namespace;
    int system_path;
};

struct attempt {
    struct attempts *shared;
    int socket; /* opened before, of the loopback interface */
};

static int outcome(long result)
{
    return result < 0 ? errno : 0;
}

static int try_connect(int fd)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons(9),
                                  .sin_addr = {htonl(INADDR_LOOPBACK)}};

    return outcome(connect(fd, (struct sockaddr *)&address, sizeof address));
}

static int try_exec(void)
{
    char name[] = "true";
    char *const words[] = {name, NULL};

    return outcome(execv("/bin/true", words));
}

static int try_executable_memory(void)
{
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return memory == MAP_FAILED ? errno : 0;
}

static bool try_all(void *context, struct error *err)
{
    const struct attempt *attempt = context;
    struct attempts *got = attempt->shared;
    struct stat st;

    (void)err;
    got->open = outcome(open("/etc/passwd", O_RDONLY));
    got->open_for_writing = outcome(open("/tmp/escaped", O_WRONLY | O_CREAT, 0666));
    got->openat = outcome(syscall(SYS_openat, AT_FDCWD, "/", O_RDONLY | O_DIRECTORY));
    got->unlink = outcome(unlink("/tmp/escaped"));
    got->socket = outcome(socket(AF_INET, SOCK_STREAM, 0));
    got->connect = try_connect(attempt->socket);
    got->exec = try_exec();
    got->fork = outcome(fork());
    got->vfork = outcome(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    got->kill = outcome(kill(getppid(), 0));
    got->ptrace = outcome(syscall(SYS_ptrace, 0, 0, 0, 0));
    got->executable_memory = try_executable_memory();
    got->stat = outcome(stat("/etc/passwd", &st));
    got->stat_at = outcome(fstatat(AT_FDCWD, "/etc/passwd", &st, AT_EMPTY_PATH));
    got->namespace = outcome(
        syscall(SYS_clone, CLONE_VM | CLONE_SIGHAND | CLONE_THREAD | CLONE_NEWNS, 0, 0, 0, 0));
    got->system_path = outcome(chdir("/"));
    return true;
}

static void check_refused(enum sandbox_memory memory, int executable)
{
    struct attempt attempt = {sandbox_share(sizeof *attempt.shared),
                              socket(AF_INET, SOCK_STREAM, 0)};
    struct error err = {0};
    const int *each = (const int *)attempt.shared;

    if (!sandbox_run(try_all, &attempt, memory, NULL, &err))
        fail_msg("%s", err.message);
    assert_int_equal(attempt.shared->executable_memory, executable);
    attempt.shared->executable_memory = EPERM;
    for (size_t i = 0; i < sizeof *attempt.shared / sizeof *each; i++)
        if (each[i] != EPERM && each[i] != EACCES)
            fail_msg("attempt %zu gave %d", i, each[i]);
    close(attempt.socket);
    sandbox_unshare(attempt.shared, sizeof *attempt.shared);
}

static void what_it_must_not_is_refused(void **state)
{
    (void)state;
    check_refused(SANDBOX_DATA, EPERM);
    check_refused(SANDBOX_DATA_AND_CODE, 0);
}

/* ---- what it must be able to do ---- */

static void *add(void *context)
{
    char *memory = xmalloc(1 << 20);

    memset(memory, 1, 1 << 20);
    *(int *)context += memory[1 << 19];
    free(memory);
    return NULL;
}

static bool work(void *context, struct error *err)
{
    int fd = *(int *)context;
    pthread_t threads[4];
    struct digest digest;
    int sum[4] = {0};
    char byte;

    for (size_t i = 0; i < 4; i++)
        if (pthread_create(&threads[i], NULL, add, &sum[i]) != 0)
            return error_set(err, ERROR_BUG, "no thread");
    for (size_t i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    if (pread(fd, &byte, 1, 0) != 1 || byte != 'x')
        return error_set(err, ERROR_BUG, "no read");
    digest = digest_of(SPAN_LITERAL("abc"));
    if (write(fd, DIGEST_TEXT(&digest), 10) != 10)
        return error_set(err, ERROR_BUG, "no write");
    return sum[0] + sum[1] + sum[2] + sum[3] == 4 || error_set(err, ERROR_BUG, "no sum");
}

static void what_it_must_works(void **state)
{
    FILE *file = tmpfile();
    int fd = fileno(file);
    struct error err = {0};
    char text[11] = "";

    (void)state;
    /* As in any step, whose config was read before. */
    digest_use_xalloc();
    digest_of(SPAN_LITERAL("abc"));
    assert_int_equal(write(fd, "x", 1), 1);
    if (!sandbox_run(work, &fd, SANDBOX_DATA, NULL, &err))
        fail_msg("%s", err.message);
    assert_int_equal(pread(fd, text, 10, 1), 10);
    assert_string_equal(text, "sha256:ba7");
    fclose(file);
}

/* ---- how it ends ---- */

static bool refuse(void *context, struct error *err)
{
    (void)context;
    return error_set(err, ERROR_MALFORMED, "layer 'x' is wrong");
}

static bool die(void *context, struct error *err)
{
    (void)err;
    signal(*(int *)context, SIG_DFL);
    raise(*(int *)context);
    return true;
}

static bool run_out_of_memory(void *context, struct error *err)
{
    (void)context;
    (void)err;
    close(STDERR_FILENO);
    out_of_memory();
}

static bool leave(void *context, struct error *err)
{
    (void)err;
    _exit(*(int *)context);
}

static void check_end(sandbox_work *how, int number, enum error_kind kind, const char *message)
{
    struct error err = {0};

    assert_false(sandbox_run(how, &number, SANDBOX_DATA, NULL, &err));
    assert_int_equal(err.kind, kind);
    assert_string_equal(err.message, message);
}

static void its_end_is_told(void **state)
{
    (void)state;
    check_end(refuse, 0, ERROR_MALFORMED, "layer 'x' is wrong");
    check_end(die, SIGSEGV, ERROR_BUG, "the confined process was ended by SIGSEGV");
    check_end(die, SIGKILL, ERROR_BUG, "the confined process was ended by SIGKILL");
    check_end(leave, 3, ERROR_BUG, "the confined process ended with status 3");
    check_end(leave, 0, ERROR_BUG, "the confined process ended with status 0");
    check_end(run_out_of_memory, 0, ERROR_BUG, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_must_not_is_refused),
        cmocka_unit_test(what_it_must_works),
        cmocka_unit_test(its_end_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
