/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files for a process that can open none (sandbox.h): it asks the process that forked it, over a
 * pair of connected sockets, and is given a descriptor.
 *
 *     struct broker *broker = broker_new();
 *     size_t files = broker_add(broker, open_it, folder);      before the fork
 *     sandbox_run(work, context, memory, broker, err);                the parent answers while it waits
 *     ... broker_ask(broker, files, 0, "index.json", &answer, err) ...      in work
 *     broker_free(broker);
 *
 * A request is a number, which of the services it is for, another whose meaning is the service's,
 * and a name of at most LIMIT_PATH bytes: the parent parses nothing else, and each service
 * decides what such a name may open.  Where nobody is confined, asking calls the service.
 */
#ifndef BROKER_H
#define BROKER_H

#include <stdint.h>
#include <sys/types.h>

#include "cleanup.h"
#include "error.h"
#include "limits.h"

struct broker;

struct broker_answer {
    int fd;                    /* the asker's to close; -1: none */
    mode_t mode;               /* st_mode and st_size of stat(2), where the service tells them: */
    uint64_t size;             /* who asks may not look for itself */
    char text[LIMIT_PATH + 1]; /* "" where there is none */
};

/*
 * What a service does: fills ret, which is empty, or returns false with err set.  It is called by the
 * parent, one request at a time.
 */
typedef bool broker_service(void *context, unsigned what, const char *name,
                            struct broker_answer *ret, struct error *err);

#define BROKER_SERVICES 4

struct broker *broker_new(void);
void broker_free(struct broker *broker);
DEFINE_CLEANUP(cleanup_broker, struct broker *, broker_free)
/* One more, at most BROKER_SERVICES; its number. context is borrowed. */
size_t broker_add(struct broker *broker, broker_service *service, void *context);
/* In the process that works, on any thread. */
bool broker_ask(struct broker *broker, size_t service, unsigned what, const char *name,
                struct broker_answer *ret, struct error *err);

/* One of several questions: a name, borrowed, and what came of it. */
struct broker_question {
    const char *name;
    struct broker_answer answer;
    struct error err;
};

#define BROKER_QUESTIONS 32

/*
 * At most BROKER_QUESTIONS of one service, which together cost hardly more waiting than one.  False with
 * err set when none can be answered; then no descriptor is open.
 */
bool broker_ask_many(struct broker *broker, size_t service, unsigned what,
                     struct broker_question *questions, size_t count, struct error *err);

/* ---- for sandbox.c ---- */

/* Makes the sockets. */
bool broker_connect(struct broker *broker, struct error *err);
/* In the process that asks; its socket, on which it needs write() and recvmsg(). */
int broker_become_asker(struct broker *broker);
/* In the other: answers until the asker is gone. */
void broker_serve(struct broker *broker);

#endif
