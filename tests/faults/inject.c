/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preloaded into a program under test: makes one call fail, the nth of its kind.
 *   FAULT_PROGRAM=NAME  acts in programs of this name only, so that the shell and
 *                       the other commands of a pipeline are left alone
 *   FAULT_ALLOC=N       the Nth malloc, calloc or realloc returns NULL
 *   FAULT_IO=N:ERRNO    the Nth read, pread, write, fsync, rename or close fails with
 *                       this number; close does close, as Linux does
 *   FAULT_IO=N:kill     the Nth of them is where the process is killed (SIGKILL): a write
 *                       in its middle, any other before it
 *   FAULT_SPARE=NAME    allocations made by this library are neither failed nor counted
 *   FAULT_COUNT=FILE    at exit writes "ALLOCATIONS IO-CALLS" to FILE
 * Counting starts when the libraries are initialised, with main().  Calls on stderr
 * are left alone: the error line is what the tests read.  So are the allocations of
 * pthread_getattr_np(): only the sanitizer calls it, as a thread starts, and ends the
 * process when it fails.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool active;
static atomic_long allocations, io_calls;
static long fail_allocation, fail_io;
static int io_errno = EIO;
static bool kills;
static const char *count_file;
/* Where the spared library's code lies. */
static const char *spared_start, *spared_end;
static _Thread_local bool asks_for_attributes;

/* The next definition of NAME, looked up at its first use. */
#define NEXT(name)                 \
    static __typeof__(name) *next; \
    if (!next)                     \
    *(void **)&next = dlsym(RTLD_NEXT, #name)

static bool allocation_fails(const char *caller)
{
    if (!active || asks_for_attributes || (caller >= spared_start && caller < spared_end))
        return false;
    if (atomic_fetch_add(&allocations, 1) + 1 != fail_allocation)
        return false;
    errno = ENOMEM;
    return true;
}

static bool is_the_one(int fd)
{
    return active && fd != STDERR_FILENO && atomic_fetch_add(&io_calls, 1) + 1 == fail_io;
}

static bool fails_or_dies(void)
{
    if (kills)
        kill(getpid(), SIGKILL);
    errno = io_errno;
    return true;
}

static bool io_fails(int fd)
{
    return is_the_one(fd) && fails_or_dies();
}

static int note_spared(struct dl_phdr_info *library, size_t size, void *name)
{
    (void)size;
    if (!strstr(library->dlpi_name, name))
        return 0;
    for (int i = 0; i < library->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &library->dlpi_phdr[i];
        if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_X))
            continue;
        spared_start = (const char *)(library->dlpi_addr + segment->p_vaddr);
        spared_end = spared_start + segment->p_memsz;
    }
    return 1;
}

__attribute__((constructor)) static void start(void)
{
    const char *program = getenv("FAULT_PROGRAM");
    const char *allocation = getenv("FAULT_ALLOC");
    const char *io = getenv("FAULT_IO");

    if (!program || strcmp(program, program_invocation_short_name) != 0)
        return;
    count_file = getenv("FAULT_COUNT");
    if (getenv("FAULT_SPARE"))
        dl_iterate_phdr(note_spared, getenv("FAULT_SPARE"));
    fail_allocation = allocation ? strtol(allocation, NULL, 10) : 0;
    if (io) {
        char *colon = NULL;
        fail_io = strtol(io, &colon, 10);
        kills = strcmp(colon, ":kill") == 0;
        if (*colon == ':' && !kills)
            io_errno = (int)strtol(colon + 1, NULL, 10);
    }
    active = true;
}

__attribute__((destructor)) static void stop(void)
{
    char line[64];

    if (!active || !count_file)
        return;
    active = false;
    int length =
        snprintf(line, sizeof line, "%ld %ld\n", atomic_load(&allocations), atomic_load(&io_calls));
    int fd = open(count_file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || syscall(SYS_write, fd, line, (size_t)length) < 0)
        abort();
    syscall(SYS_close, fd);
}

void *malloc(size_t size)
{
    NEXT(malloc);
    return allocation_fails(__builtin_return_address(0)) ? NULL : next(size);
}

void *calloc(size_t count, size_t size)
{
    NEXT(calloc);
    return allocation_fails(__builtin_return_address(0)) ? NULL : next(count, size);
}

void *realloc(void *p, size_t size)
{
    NEXT(realloc);
    return allocation_fails(__builtin_return_address(0)) ? NULL : next(p, size);
}

int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes)
{
    NEXT(pthread_getattr_np);
    asks_for_attributes = true;
    int result = next(thread, attributes);
    asks_for_attributes = false;
    return result;
}

/* The fortified forms are calls of their own in a hardened build. */
ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room);
ssize_t __pread_chk(int fd, void *bytes, size_t size, off_t at, size_t room);
ssize_t __pread64_chk(int fd, void *bytes, size_t size, off64_t at, size_t room);

ssize_t read(int fd, void *bytes, size_t size)
{
    NEXT(read);
    return io_fails(fd) ? -1 : next(fd, bytes, size);
}

ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room)
{
    NEXT(__read_chk);
    return io_fails(fd) ? -1 : next(fd, bytes, size, room);
}

ssize_t pread(int fd, void *bytes, size_t size, off_t at)
{
    NEXT(pread);
    return io_fails(fd) ? -1 : next(fd, bytes, size, at);
}

ssize_t __pread_chk(int fd, void *bytes, size_t size, off_t at, size_t room)
{
    NEXT(__pread_chk);
    return io_fails(fd) ? -1 : next(fd, bytes, size, at, room);
}

ssize_t pread64(int fd, void *bytes, size_t size, off64_t at)
{
    NEXT(pread64);
    return io_fails(fd) ? -1 : next(fd, bytes, size, at);
}

ssize_t __pread64_chk(int fd, void *bytes, size_t size, off64_t at, size_t room)
{
    NEXT(__pread64_chk);
    return io_fails(fd) ? -1 : next(fd, bytes, size, at, room);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    NEXT(write);
    if (!is_the_one(fd))
        return next(fd, bytes, size);
    if (kills && next(fd, bytes, size / 2) < 0)
        abort();
    fails_or_dies();
    return -1;
}

int fsync(int fd)
{
    NEXT(fsync);
    return io_fails(fd) ? -1 : next(fd);
}

int rename(const char *from, const char *to)
{
    NEXT(rename);
    return io_fails(-1) ? -1 : next(from, to);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    NEXT(renameat);
    return io_fails(-1) ? -1 : next(from_dir, from, to_dir, to);
}

int close(int fd)
{
    NEXT(close);
    bool fails = io_fails(fd);
    int result = next(fd);
    if (!fails)
        return result;
    errno = io_errno;
    return -1;
}
