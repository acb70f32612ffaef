/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broker.h"

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "xalloc.h"

enum end { ASKER, SERVER };

/* What goes over the socket; of a name only what it has. */
struct request {
    uint32_t service;
    uint32_t what;
    char name[LIMIT_PATH + 1];
};

/* The descriptor travels beside it. */
struct reply {
    uint32_t kind; /* enum error_kind; then text is the message */
    uint32_t mode;
    uint64_t size;
    char text[LIMIT_PATH + 1];
};

struct broker {
    struct {
        broker_service *serve;
        void *context;
    } services[BROKER_SERVICES];
    size_t count;
    int sockets[2];       /* by enum end; -1: there is none, or it is the other process's */
    pthread_mutex_t lock; /* of the two below */
    struct request request;
    struct reply reply;
    struct broker_question served;
};

struct broker *broker_new(void)
{
    struct broker *broker = xcalloc(1, sizeof *broker);

    broker->sockets[ASKER] = -1;
    broker->sockets[SERVER] = -1;
    pthread_mutex_init(&broker->lock, NULL);
    return broker;
}

static void close_end(struct broker *broker, enum end end)
{
    if (broker->sockets[end] >= 0)
        close(broker->sockets[end]);
    broker->sockets[end] = -1;
}

void broker_free(struct broker *broker)
{
    if (!broker)
        return;
    close_end(broker, ASKER);
    close_end(broker, SERVER);
    pthread_mutex_destroy(&broker->lock);
    free(broker);
}

size_t broker_add(struct broker *broker, broker_service *service, void *context)
{
    if (broker->count == BROKER_SERVICES)
        abort();
    broker->services[broker->count].serve = service;
    broker->services[broker->count].context = context;
    return broker->count++;
}

bool broker_connect(struct broker *broker, struct error *err)
{
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, broker->sockets) == 0)
        return true;
    return error_set_errno(err, errno, "cannot make a pair of sockets");
}

int broker_become_asker(struct broker *broker)
{
    close_end(broker, SERVER);
    return broker->sockets[ASKER];
}

/* ---- the side that opens ---- */

static void answer(const struct broker *broker, size_t service, unsigned what,
                   struct broker_question *question)
{
    struct broker_answer *ret = &question->answer;

    ret->fd = -1;
    ret->mode = 0;
    ret->size = 0;
    ret->text[0] = '\0';
    question->err = (struct error){0};
    if (service >= broker->count)
        error_set(&question->err, ERROR_BUG, "there is no service %zu", service);
    else if (!broker->services[service].serve(broker->services[service].context, what,
                                              question->name, ret, &question->err))
        ret->fd = -1;
}

/* Returns how many bytes of the reply are to be sent. */
static size_t pack(const struct broker_question *question, struct reply *reply)
{
    bool failed = error_is_set(&question->err);

    reply->kind = question->err.kind;
    reply->mode = question->answer.mode;
    reply->size = question->answer.size;
    snprintf(reply->text, sizeof reply->text, "%s",
             failed ? question->err.message : question->answer.text);
    return offsetof(struct reply, text) + strlen(reply->text) + 1;
}

/* Room for one descriptor, aligned as cmsg(3) wants it. */
union control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static bool send_reply(int socket, struct reply *reply, size_t len, int fd)
{
    union control control = {.bytes = {0}};
    struct iovec bytes = {reply, len};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
    ssize_t sent;

    if (fd >= 0) {
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(&control.header), &fd, sizeof(int));
    }
    do {
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)len;
}

/* False when nobody asks any more. */
static bool receive_request(int fd, struct request *request)
{
    ssize_t len;

    do {
        len = recv(fd, request, sizeof *request - 1, 0);
    } while (len < 0 && errno == EINTR);
    if (len < (ssize_t)offsetof(struct request, name))
        return false;
    ((char *)request)[len] = '\0';
    return true;
}

void broker_serve(struct broker *broker)
{
    struct broker_question *question = &broker->served;
    bool sent = true;

    close_end(broker, ASKER);
    question->name = broker->request.name;
    while (sent && receive_request(broker->sockets[SERVER], &broker->request)) {
        size_t len;

        answer(broker, broker->request.service, broker->request.what, question);
        len = pack(question, &broker->reply);
        sent = send_reply(broker->sockets[SERVER], &broker->reply, len, question->answer.fd);
        if (question->answer.fd >= 0)
            close(question->answer.fd);
    }
    close_end(broker, SERVER);
}

/* ---- the side that asks ---- */

/* ret_fd is -1 where there is none. */
static bool receive_reply(int socket, struct reply *reply, int *ret_fd)
{
    union control control = {.bytes = {0}};
    struct iovec bytes = {reply, sizeof *reply};
    struct msghdr message = {.msg_iov = &bytes,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    const struct cmsghdr *header;
    ssize_t len;

    do {
        len = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (len < 0 && errno == EINTR);
    *ret_fd = -1;
    if (len <= (ssize_t)offsetof(struct reply, text))
        return false;
    ((char *)reply)[len - 1] = '\0';
    header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof(int)))
        memcpy(ret_fd, CMSG_DATA(header), sizeof(int));
    if (!(message.msg_flags & MSG_CTRUNC))
        return true;
    /* The kernel leaves a descriptor out when this process has no room for it. */
    reply->kind = ERROR_LOCAL_IO;
    snprintf(reply->text, sizeof reply->text, "cannot take a descriptor: %s",
             strerrordesc_np(EMFILE));
    return true;
}

static void unpack(const struct reply *reply, int fd, struct broker_question *question)
{
    struct broker_answer *ret = &question->answer;

    question->err = (struct error){0};
    ret->fd = fd;
    ret->mode = reply->mode;
    ret->size = reply->size;
    ret->text[0] = '\0';
    if (reply->kind)
        error_set(&question->err, (enum error_kind)reply->kind, "%s", reply->text);
    else
        memcpy(ret->text, reply->text, strlen(reply->text) + 1);
}

static bool send_request(struct broker *broker, const char *name)
{
    size_t len = offsetof(struct request, name) + strlen(name);
    /* As a part of the broker: gcc's sanitizers take &broker->request for its first member alone. */
    const char *bytes = (const char *)broker + offsetof(struct broker, request);
    ssize_t written;

    memcpy(broker->request.name, name, strlen(name));
    do {
        written = write(broker->sockets[ASKER], bytes, len);
    } while (written < 0 && errno == EINTR);
    return written == (ssize_t)len;
}

/* All questions are under way before the first answer is waited for: the sockets hold as many. */
static bool exchange(struct broker *broker, struct broker_question *questions, size_t count)
{
    size_t received = 0;
    int fd;

    for (size_t i = 0; i < count; i++)
        if (!send_request(broker, questions[i].name))
            return false;
    while (received < count && receive_reply(broker->sockets[ASKER], &broker->reply, &fd))
        unpack(&broker->reply, fd, &questions[received++]);
    for (size_t i = 0; received < count && i < received; i++)
        if (questions[i].answer.fd >= 0)
            close(questions[i].answer.fd);
    return received == count;
}

bool broker_ask_many(struct broker *broker, size_t service, unsigned what,
                     struct broker_question *questions, size_t count, struct error *err)
{
    bool done = true;

    for (size_t i = 0; i < count; i++)
        if (strlen(questions[i].name) > LIMIT_PATH)
            return error_set(err, ERROR_MALFORMED, "a name has more than %zu bytes", LIMIT_PATH);
    pthread_mutex_lock(&broker->lock);
    broker->request.service = (uint32_t)service;
    broker->request.what = what;
    if (broker->sockets[ASKER] >= 0)
        done = exchange(broker, questions, count);
    else
        for (size_t i = 0; i < count; i++)
            answer(broker, service, what, &questions[i]);
    pthread_mutex_unlock(&broker->lock);
    return done || error_set(err, ERROR_BUG, "the process that opens files is gone");
}

bool broker_ask(struct broker *broker, size_t service, unsigned what, const char *name,
                struct broker_answer *ret, struct error *err)
{
    struct broker_question question = {.name = name};

    if (!broker_ask_many(broker, service, what, &question, 1, err))
        return false;
    if (error_is_set(&question.err))
        return error_set(err, question.err.kind, "%s", question.err.message);
    *ret = question.answer;
    return true;
}
