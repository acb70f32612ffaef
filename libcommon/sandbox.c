/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exit_status.h"
#include "redact.h"
#include "xalloc.h"

/* ---- Landlock (landlock(7)) ---- */

/* What later versions of the header call handled_access_net and scoped: bits 0 and 1 of each. */
struct landlock_rules {
    uint64_t files;
    uint64_t net;
    uint64_t scoped;
};

/* The kernel's version of Landlock; less than 1 where it has none, or it is off. */
static int landlock_version(void)
{
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

bool sandbox_has_landlock(void)
{
    return landlock_version() >= 1;
}

/* All rights that the version knows are handled, and none is given. */
static struct landlock_rules all_rights(int version, size_t *ret_size)
{
    static const unsigned file_rights[] = {13, 14, 15, 15, 16};
    size_t known = sizeof file_rights / sizeof *file_rights;
    struct landlock_rules rules = {0};

    *ret_size = version < 4   ? sizeof rules.files
                : version < 6 ? sizeof rules.files + sizeof rules.net
                              : sizeof rules;
    rules.files = (UINT64_C(1) << file_rights[(size_t)version <= known ? version - 1 : 4]) - 1;
    rules.net = version < 4 ? 0 : 3;
    rules.scoped = version < 6 ? 0 : 3;
    return rules;
}

static bool restrict_by_landlock(struct error *err)
{
    int version = landlock_version();
    struct landlock_rules rules;
    size_t size;
    long fd;
    long done;

    if (version < 1)
        return true;
    rules = all_rights(version, &size);
    fd = syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    done = fd < 0 ? -1 : syscall(SYS_landlock_restrict_self, fd, 0);
    if (done != 0)
        error_set(err, ERROR_CONFIGURATION, "cannot confine itself by Landlock: %s",
                  strerrordesc_np(errno));
    if (fd >= 0)
        close((int)fd);
    return done == 0;
}

/* ---- seccomp ---- */

/* Reading, writing, memory, threads, time; nothing that names a file, an address or another process. */
static const int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(readv),
    SCMP_SYS(write),
    SCMP_SYS(pwrite64),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(getdents64), /* of a folder that was asked for */
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(futex_time64),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo), /* qsort() */
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

#define NAMESPACES                                                                                \
    ((scmp_datum_t)(CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | \
                    CLONE_NEWPID | CLONE_NEWNET))

/* The argument of clone() that has its flags. */
#ifdef __s390x__
#define CLONE_FLAGS SCMP_A1
#else
#define CLONE_FLAGS SCMP_A0
#endif

static int allow(scmp_filter_ctx filter, int call, struct scmp_arg_cmp argument)
{
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &argument);
}

/* Calls that are harmless with one kind of argument alone. */
static int allow_with_arguments(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);

    return allow(filter, SCMP_SYS(mmap), not_executable) |
           allow(filter, SCMP_SYS(mmap2), not_executable) |
           allow(filter, SCMP_SYS(mprotect), not_executable) |
           /* A thread, and no process nor namespace, which root could make. */
           allow(filter, SCMP_SYS(clone),
                 CLONE_FLAGS(SCMP_CMP_MASKED_EQ, CLONE_THREAD | NAMESPACES, CLONE_THREAD)) |
           /* Its flags cannot be looked at; the C library takes clone() instead. */
           seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0, NULL) |
           /* abort() of our own. */
           allow(filter, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0)) |
           /* isatty(). */
           allow(filter, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, TCGETS, 0)) |
           allow(filter, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, TIOCGWINSZ, 0)) |
           allow(filter, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD, 0)) |
           allow(filter, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL, 0));
}

/* Memory for code of its own; no file becomes code. */
static int allow_code(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp anonymous = SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS);

    return allow(filter, SCMP_SYS(mmap), anonymous) | allow(filter, SCMP_SYS(mmap2), anonymous);
}

static int load_filter(scmp_filter_ctx filter, int asker, enum sandbox_memory memory)
{
    int failed = allow_with_arguments(filter);

    if (memory == SANDBOX_DATA_AND_CODE)
        failed |= allow_code(filter);
    if (asker >= 0)
        failed |= allow(filter, SCMP_SYS(recvmsg), SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)asker, 0));
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        failed |= seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, allowed[i], 0, NULL);
    return failed ? -EINVAL : seccomp_load(filter);
}

static bool restrict_by_seccomp(int asker, enum sandbox_memory memory, struct error *err)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    int failure = filter ? load_filter(filter, asker, memory) : -ENOMEM;

    if (filter)
        seccomp_release(filter);
    if (failure == -ENOMEM)
        out_of_memory();
    return !failure || error_set(err, ERROR_CONFIGURATION, "cannot confine itself by seccomp: %s",
                                 strerrordesc_np(-failure));
}

bool sandbox_confine(int asker, enum sandbox_memory memory, struct error *err)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return error_set(err, ERROR_CONFIGURATION, "cannot give up new privileges: %s",
                         strerrordesc_np(errno));
    return restrict_by_landlock(err) && restrict_by_seccomp(asker, memory, err);
}

/* ---- the two processes ---- */

/* What the confined one says at its end. */
struct outcome {
    bool ended; /* in the order that is meant */
    bool done;
    struct error err;
};

void *sandbox_share(size_t size)
{
    /* Without a file the descriptor is -1 (mmap(2)). */
    // cppcheck-suppress invalidFunctionArg ; its model of mmap knows no -1
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (memory == MAP_FAILED)
        out_of_memory();
    return memory;
}

void sandbox_unshare(void *memory, size_t size)
{
    munmap(memory, size);
}

/* A login, or an URL that may have one, is no secret by its variable's name. */
static bool holds_secret(struct span variable)
{
    struct span name = span_head(variable, span_find_byte(variable, '='));

    return redact_name_is_secret(name) || span_ends_with(name, "_LOGIN") ||
           span_ends_with(name, "_proxy") || span_ends_with(name, "_PROXY");
}

/* Logins and keys of access are for the process that asks: here nobody shall find them. */
static void forget_secrets(void)
{
    for (char **variable = environ; variable && *variable; variable++)
        if (holds_secret(span_string(*variable)))
            explicit_bzero(*variable, strlen(*variable));
}

/*
 * Leaves by _exit(): the parent's buffers and temporary files are not ours, freeing memory one
 * by one would be for nothing, and LeakSanitizer, which looks at exit, cannot start its tracer
 * here (leaks are looked for with the sandbox off).
 */
static void run_confined(sandbox_work *work, void *context, enum sandbox_memory memory,
                         struct broker *broker, pid_t parent, struct outcome *outcome)
{
    int asker = broker ? broker_become_asker(broker) : -1;

    signal(SIGHUP, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    forget_secrets();
    /* The parent may have ended before it was asked for. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || getppid() != parent)
        _exit(EXIT_STATUS_BUG);
    outcome->done = sandbox_confine(asker, memory, &outcome->err) && work(context, &outcome->err);
    outcome->ended = true;
    _exit(EXIT_STATUS_DONE);
}

static bool wait_for(pid_t child, int *ret_status, struct error *err)
{
    while (waitpid(child, ret_status, 0) != child)
        if (errno != EINTR)
            return error_set_errno(err, errno, "cannot wait for the confined process");
    return true;
}

/* What the shared memory says is as little to be trusted as what was read. */
static bool take_error(const struct outcome *outcome, struct error *err)
{
    struct error said = outcome->err;

    said.message[sizeof said.message - 1] = '\0';
    if (said.kind <= ERROR_NONE || said.kind > ERROR_CONFIGURATION)
        said.kind = ERROR_BUG;
    return error_set(err, said.kind, "%s", said.message);
}

static bool judge(int status, const struct outcome *outcome, struct error *err)
{
    if (WIFSIGNALED(status))
        return error_set(err, ERROR_BUG, "the confined process was ended by SIG%s",
                         sigabbrev_np(WTERMSIG(status)));
    /* Memory was out, and out_of_memory() has said so. */
    if (WEXITSTATUS(status) == EXIT_STATUS_BUG)
        return error_set(err, ERROR_BUG, "%s", "");
    if (WEXITSTATUS(status) != EXIT_STATUS_DONE || !outcome->ended)
        return error_set(err, ERROR_BUG, "the confined process ended with status %d",
                         WEXITSTATUS(status));
    return outcome->done || take_error(outcome, err);
}

bool sandbox_run(sandbox_work *work, void *context, enum sandbox_memory memory,
                 struct broker *broker, struct error *err)
{
    struct outcome *outcome;
    pid_t parent = getpid();
    pid_t child;
    int status;
    bool done;

    if (broker && !broker_connect(broker, err))
        return false;
    outcome = sandbox_share(sizeof *outcome);
    child = fork();
    if (child == 0)
        run_confined(work, context, memory, broker, parent, outcome);
    if (child > 0 && broker)
        broker_serve(broker);
    if (child < 0)
        done = error_set(err, ERROR_TRY_AGAIN, "cannot start a process to be confined: %s",
                         strerrordesc_np(errno));
    else
        done = wait_for(child, &status, err) && judge(status, outcome, err);
    sandbox_unshare(outcome, sizeof *outcome);
    return done;
}
