/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broker.h"

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
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

struct reply {
    struct error err;
    struct broker_answer answer; /* its fd travels beside it */
};

struct broker {
    struct {
        broker_service *serve;
        void *context;
    } services[BROKER_SERVICES];
    size_t count;
    int sockets[2];       /* by enum end; -1: there is none, or it is the other process's */
    pthread_mutex_t lock; /* of the two below, which are one question at a time */
    struct request request;
    struct reply reply;
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

static void answer(const struct broker *broker, const struct request *request, struct reply *reply)
{
    memset(reply, 0, sizeof *reply);
    reply->answer.fd = -1;
    if (request->service >= broker->count)
        error_set(&reply->err, ERROR_BUG, "there is no service %u", request->service);
    else if (!broker->services[request->service].serve(broker->services[request->service].context,
                                                       request->what, request->name, &reply->answer,
                                                       &reply->err))
        reply->answer.fd = -1;
}

/* Room for one descriptor, aligned as cmsg(3) wants it. */
union control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static bool send_reply(int fd, struct reply *reply)
{
    union control control = {.bytes = {0}};
    struct iovec bytes = {reply, sizeof *reply};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
    ssize_t sent;

    if (reply->answer.fd >= 0) {
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(&control.header), &reply->answer.fd, sizeof(int));
    }
    do {
        sent = sendmsg(fd, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)sizeof *reply;
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
    struct reply *reply = &broker->reply;
    bool sent = true;

    close_end(broker, ASKER);
    while (sent && receive_request(broker->sockets[SERVER], &broker->request)) {
        answer(broker, &broker->request, reply);
        sent = send_reply(broker->sockets[SERVER], reply);
        if (reply->answer.fd >= 0)
            close(reply->answer.fd);
    }
    close_end(broker, SERVER);
}

/* ---- the side that asks ---- */

static bool receive_reply(int fd, struct reply *reply)
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
        len = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
    } while (len < 0 && errno == EINTR);
    if (len != (ssize_t)sizeof *reply)
        return false;
    reply->answer.fd = -1;
    header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof(int)))
        memcpy(&reply->answer.fd, CMSG_DATA(header), sizeof(int));
    /* The kernel leaves a descriptor out when this process has no room for it. */
    if (message.msg_flags & MSG_CTRUNC)
        error_set_errno(&reply->err, EMFILE, "cannot take a descriptor");
    return true;
}

static bool exchange(struct broker *broker)
{
    const struct request *request = &broker->request;
    size_t len = offsetof(struct request, name) + strlen(request->name);
    int fd = broker->sockets[ASKER];
    ssize_t written;

    do {
        written = write(fd, request, len);
    } while (written < 0 && errno == EINTR);
    return written == (ssize_t)len && receive_reply(fd, &broker->reply);
}

static bool ask(struct broker *broker, struct broker_answer *ret, struct error *err)
{
    struct reply *reply = &broker->reply;

    if (broker->sockets[ASKER] < 0)
        answer(broker, &broker->request, reply);
    else if (!exchange(broker))
        return error_set(err, ERROR_BUG, "the process that opens files is gone");
    if (error_is_set(&reply->err))
        return error_set(err, reply->err.kind, "%s", reply->err.message);
    *ret = reply->answer;
    return true;
}

bool broker_ask(struct broker *broker, size_t service, unsigned what, const char *name,
                struct broker_answer *ret, struct error *err)
{
    bool done;

    if (strlen(name) > LIMIT_PATH)
        return error_set(err, ERROR_MALFORMED, "a name has more than %zu bytes", LIMIT_PATH);
    pthread_mutex_lock(&broker->lock);
    broker->request.service = (uint32_t)service;
    broker->request.what = what;
    memcpy(broker->request.name, name, strlen(name) + 1);
    done = ask(broker, ret, err);
    pthread_mutex_unlock(&broker->lock);
    return done;
}
