/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A confined process asks for files: what it is given, what it is refused, and how both end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "sandbox.h"
#include "xalloc.h"

struct shared {
    char text[8][64];
    struct error errors[8];
    int refused[4];
};

struct job {
    struct broker *broker;
    struct folder *folder;
    struct shared *shared;
    int other; /* a socket that is not the broker's */
    int next; /* the one on which it asks: what is opened next has the lowest number (socketpair(2)) */
};

static void put_file(const char *folder, const char *name, const char *text)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    FILE *out = fopen(path, "w");

    assert_non_null(out);
    assert_int_equal(fputs(text, out) >= 0, 1);
    assert_int_equal(fclose(out), 0);
}

/* DIR/in/{a,sub/b,pipe}, and DIR/secret beside it. */
static int set_up(void **state)
{
    const char *parent = getenv("TMPDIR");
    char *folder = xasprintf("%s/broker.XXXXXX", parent ? parent : "/tmp");
    CLEANUP(cleanup_free) char *in = NULL;
    CLEANUP(cleanup_free) char *sub = NULL;
    CLEANUP(cleanup_free) char *pipe_path = NULL;

    *state = folder;
    if (!mkdtemp(folder))
        return -1;
    in = xasprintf("%s/in", folder);
    sub = xasprintf("%s/in/sub", folder);
    pipe_path = xasprintf("%s/in/pipe", folder);
    if (mkdir(in, 0700) != 0 || mkdir(sub, 0700) != 0 || mkfifo(pipe_path, 0600) != 0)
        return -1;
    put_file(folder, "in/a", "text of a");
    put_file(folder, "in/sub/b", "text of b");
    put_file(folder, "secret", "secret");
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static void read_text(const struct job *job, const char *name, size_t number)
{
    struct error *err = &job->shared->errors[number];
    CLEANUP(cleanup_stream) struct stream *in = folder_open_stream(job->folder, name, err);
    STRBUF_AUTO(text, 60);

    if (in && stream_read_all(in, &text, name, err))
        memcpy(job->shared->text[number], text.data, text.len);
}

static bool read_some(void *context, struct error *err)
{
    static const char *const names[] = {"a",    "sub/b",       "../secret", "sub/../../secret",
                                        "pipe", "/etc/passwd", "sub",       "nowhere"};
    const struct job *job = context;

    (void)err;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        read_text(job, names[i], i);
    return true;
}

static void check_read(const struct shared *shared)
{
    assert_string_equal(shared->text[0], "text of a");
    assert_string_equal(shared->text[1], "text of b");
    for (size_t i = 2; i < 8; i++) {
        assert_string_equal(shared->text[i], "");
        assert_int_equal(shared->errors[i].kind, i == 7 ? ERROR_NO_INPUT : ERROR_MALFORMED);
    }
    assert_non_null(strstr(shared->errors[2].message, "'../secret' is no name below a folder"));
    assert_non_null(strstr(shared->errors[4].message, "/in/pipe' is no regular file"));
    assert_non_null(strstr(shared->errors[7].message, "/in/nowhere'"));
}

static void run_job(const char *where, sandbox_work *work, bool confined,
                    void (*check)(const struct shared *shared))
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/in", where);
    struct job job = {.broker = broker_new(), .shared = sandbox_share(sizeof *job.shared)};
    struct folder folder;
    struct error err = {0};

    folder_init(&folder, path);
    folder_share(&folder, job.broker);
    job.folder = &folder;
    job.other = socket(AF_UNIX, SOCK_DGRAM, 0);
    job.next = dup(job.other);
    close(job.next);
    if (confined ? !sandbox_run(work, &job, SANDBOX_DATA, job.broker, &err) : !work(&job, &err))
        fail_msg("%s", err.message);
    check(job.shared);
    close(job.other);
    broker_free(job.broker);
    folder_release(&folder);
    sandbox_unshare(job.shared, sizeof *job.shared);
}

static void gives_what_lies_below(void **state)
{
    run_job(*state, read_some, true, check_read);
}

static void is_the_same_unconfined(void **state)
{
    run_job(*state, read_some, false, check_read);
}

/* ---- several threads ---- */

struct reader {
    const struct job *job;
    const char *name;
    const char *text;
    bool same;
};

static void *read_often(void *context)
{
    struct reader *reader = context;

    reader->same = true;
    for (int i = 0; i < 200; i++) {
        struct error err = {0};
        CLEANUP(cleanup_stream)
        struct stream *in = folder_open_stream(reader->job->folder, reader->name, &err);
        STRBUF_AUTO(text, 60);

        if (!in || !stream_read_all(in, &text, "file", &err) ||
            strcmp(text.data, reader->text) != 0)
            reader->same = false;
    }
    return NULL;
}

static bool read_in_threads(void *context, struct error *err)
{
    struct reader readers[] = {{context, "a", "text of a", false},
                               {context, "sub/b", "text of b", false}};
    pthread_t threads[2];

    for (size_t i = 0; i < 2; i++)
        if (pthread_create(&threads[i], NULL, read_often, &readers[i]) != 0)
            return error_set(err, ERROR_BUG, "no thread");
    for (size_t i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return (readers[0].same && readers[1].same) || error_set(err, ERROR_BUG, "another's file");
}

static void check_nothing(const struct shared *shared)
{
    (void)shared;
}

static void gives_each_thread_its_own(void **state)
{
    run_job(*state, read_in_threads, true, check_nothing);
}

/* ---- many at once ---- */

static bool read_many(void *context, struct error *err)
{
    static const char *const names[] = {"a", "nowhere", "sub/b", "../secret"};
    const struct job *job = context;
    CLEANUP(cleanup_free)
    struct broker_question *questions = xcalloc(BROKER_QUESTIONS, sizeof *questions);

    for (size_t i = 0; i < BROKER_QUESTIONS; i++)
        questions[i].name = names[i % 4];
    if (!broker_ask_many(job->broker, 0, 0, questions, BROKER_QUESTIONS, err))
        return false;
    for (size_t i = 0; i < BROKER_QUESTIONS; i++) {
        char text[10] = "";

        if ((i % 2 == 1) != error_is_set(&questions[i].err))
            return error_set(err, ERROR_BUG, "question %zu", i);
        if (i % 2 == 1)
            continue;
        if (read(questions[i].answer.fd, text, 9) != 9 ||
            strcmp(text, i % 4 ? "text of b" : "text of a") != 0)
            return error_set(err, ERROR_BUG, "answer %zu is '%s'", i, text);
        close(questions[i].answer.fd);
    }
    return true;
}

static void answers_many_in_order(void **state)
{
    run_job(*state, read_many, true, check_nothing);
    run_job(*state, read_many, false, check_nothing);
}

/* ---- what it must not ---- */

static bool try_more(void *context, struct error *err)
{
    const struct job *job = context;
    struct broker_answer answer;
    struct error why = {0};
    char byte;
    struct iovec bytes = {&byte, 1};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
    int *refused = job->shared->refused;

    (void)err;
    /* Another socket, another way, and a service that nobody added. */
    refused[0] = recvmsg(job->other, &message, MSG_DONTWAIT) < 0 ? errno : 0;
    refused[1] = sendmsg(job->other, &message, 0) < 0 ? errno : 0;
    refused[2] = open("/etc/passwd", O_RDONLY) < 0 ? errno : 0;
    if (!broker_ask(job->broker, 1, 0, "a", &answer, &why))
        refused[3] = (int)why.kind;
    return true;
}

static void check_refused(const struct shared *shared)
{
    for (size_t i = 0; i < 3; i++)
        if (shared->refused[i] != EPERM && shared->refused[i] != EACCES)
            fail_msg("attempt %zu gave %d", i, shared->refused[i]);
    assert_int_equal(shared->refused[3], ERROR_BUG);
}

static void gives_no_other_right(void **state)
{
    run_job(*state, try_more, true, check_refused);
}

/* What is no request ends the answers, and asking fails from then on. */
static bool write_rubbish(void *context, struct error *err)
{
    const struct job *job = context;

    if (write(job->next, "x", 1) != 1)
        return error_set(err, ERROR_BUG, "not the socket");
    read_text(job, "a", 0);
    read_text(job, "a", 1);
    return true;
}

static void check_gone(const struct shared *shared)
{
    assert_int_equal(shared->errors[1].kind, ERROR_BUG);
    assert_string_equal(shared->errors[1].message, "the process that opens files is gone");
}

static void survives_rubbish(void **state)
{
    signal(SIGPIPE, SIG_IGN);
    run_job(*state, write_rubbish, true, check_gone);
}

static bool die(void *context, struct error *err)
{
    (void)context;
    (void)err;
    _exit(3);
}

static void ends_with_the_asker(void **state)
{
    struct broker *broker = broker_new();
    struct error err = {0};

    (void)state;
    assert_false(sandbox_run(die, NULL, SANDBOX_DATA, broker, &err));
    assert_string_equal(err.message, "the confined process ended with status 3");
    broker_free(broker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_what_lies_below),     cmocka_unit_test(is_the_same_unconfined),
        cmocka_unit_test(gives_each_thread_its_own), cmocka_unit_test(gives_no_other_right),
        cmocka_unit_test(answers_many_in_order),     cmocka_unit_test(survives_rubbish),
        cmocka_unit_test(ends_with_the_asker),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
