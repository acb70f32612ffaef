/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "s3_poll.h"

#include <curl/curl.h>
#include <stdbool.h>

#include "xalloc.h"

/* In its archive libs3 calls these where it says curl_multi_init and curl_multi_perform. */
CURLM *s3_poll_init(void);
CURLMcode s3_poll_perform(CURLM *multi, int *running);

static __thread struct s3_poll *used;

static short events_of(int what)
{
    return (short)((what & CURL_POLL_IN ? POLLIN : 0) | (what & CURL_POLL_OUT ? POLLOUT : 0));
}

/* What has failed is read, which says how. */
static int actions_of(short events)
{
    return (events & (POLLIN | POLLERR | POLLHUP) ? CURL_CSELECT_IN : 0) |
           (events & POLLOUT ? CURL_CSELECT_OUT : 0) | (events & POLLNVAL ? CURL_CSELECT_ERR : 0);
}

/* The one of the socket, new when there is none. */
static struct pollfd *entry_of(struct s3_poll *poll, curl_socket_t socket)
{
    size_t i = 0;

    while (i < poll->count && poll->sockets[i].fd != socket)
        i++;
    if (i == poll->count) {
        XGROW(poll->sockets, poll->count, poll->capacity);
        poll->count++;
    }
    return &poll->sockets[i];
}

/* A curl_socket_callback. */
static int heed_socket(CURL *easy, curl_socket_t socket, int what, void *context, void *its_own)
{
    struct s3_poll *poll = context;
    struct pollfd *entry = entry_of(poll, socket);

    (void)easy;
    (void)its_own;
    if (what == CURL_POLL_REMOVE)
        *entry = poll->sockets[--poll->count];
    else
        *entry = (struct pollfd){.fd = socket, .events = events_of(what)};
    return 0;
}

CURLM *s3_poll_init(void)
{
    CURLM *multi = used ? curl_multi_init() : NULL;

    if (multi && (curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, heed_socket) != CURLM_OK ||
                  curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, used) != CURLM_OK)) {
        curl_multi_cleanup(multi);
        multi = NULL;
    }
    if (multi)
        used->count = 0;
    return multi;
}

/* One of those that can go on; it is told of once. */
static bool take_ready(struct s3_poll *poll, struct pollfd *ret)
{
    for (size_t i = 0; i < poll->count; i++) {
        if (poll->sockets[i].revents) {
            *ret = poll->sockets[i];
            poll->sockets[i].revents = 0;
            return true;
        }
    }
    return false;
}

CURLMcode s3_poll_perform(CURLM *multi, int *running)
{
    CURLMcode code = CURLM_OK;
    struct pollfd ready;

    while (code == CURLM_OK && take_ready(used, &ready))
        code = curl_multi_socket_action(multi, ready.fd, actions_of(ready.revents), running);
    /* What has just begun, too. */
    return code != CURLM_OK ? code
                            : curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, running);
}

void s3_poll_use(struct s3_poll *poll)
{
    used = poll;
}

void s3_poll_wait(struct s3_poll *p, int64_t milliseconds)
{
    /* When it is cut short nothing has been said, and the next round is only earlier. */
    (void)poll(p->sockets, (nfds_t)p->count, (int)milliseconds);
}

void s3_poll_release(struct s3_poll *poll)
{
    free(poll->sockets);
    *poll = (struct s3_poll){0};
}
