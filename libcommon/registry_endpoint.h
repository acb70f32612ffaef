/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One repository at one registry, as all threads that talk to it share it: where it is, how far it is
 * trusted, who we are to it, and what it was found to speak.
 *
 * Made before the sessions (registry_session.h) that use it, and freed after them.
 */
#ifndef REGISTRY_ENDPOINT_H
#define REGISTRY_ENDPOINT_H

#include <stdatomic.h>

#include "registry_auth.h"

struct registry_endpoint_options {
    const char *host; /* host[:port], as images are named: "docker.io" */
    const char *repository;
    bool insecure;        /* HTTPS unverified, and plain HTTP where that is all there is */
    const char *authfile; /* NULL: where logins usually lie */
    const char *cert_dir; /* NULL: where certificates usually lie (certs_d.h) */
    const char *variable; /* an environment variable that may hold USER:PASSWORD, or NULL */
    long retry_seconds;   /* how long what may pass is tried again */
    const char *mirrored; /* the host that this one mirrors, or NULL */
    bool push;
};

/* Read it, and leave the rest to the functions. */
struct registry_endpoint {
    char *address; /* host[:port] to connect to */
    char *repository;
    char *mirrored; /* goes into each query as "ns", as containerd tells its mirrors; or NULL */
    bool insecure;
    long retry_seconds; /* may be changed while no request is under way */
    struct http_tls tls;
    struct registry_auth *auth;
    atomic_bool stopped; /* set it, and all requests end soon, as what may pass */
    struct registry_endpoint_state *state;
};

/* Nothing is asked yet. NULL with err set when its certificates cannot be read, or a file of logins is not there. */
struct registry_endpoint *registry_endpoint_new(const struct registry_endpoint_options *options,
                                                struct error *err);
void registry_endpoint_free(struct registry_endpoint *e);
DEFINE_CLEANUP(cleanup_registry_endpoint, struct registry_endpoint *, registry_endpoint_free)

/* "https" or "http", in which it has answered; NULL when it has not yet. */
const char *registry_endpoint_scheme(struct registry_endpoint *e);
void registry_endpoint_set_scheme(struct registry_endpoint *e, const char *scheme);

/* Where its answers came from; HOST_UNKNOWN until there was one. */
enum host_place registry_endpoint_place(struct registry_endpoint *e);
void registry_endpoint_note_place(struct registry_endpoint *e, enum host_place place);

/*
 * It has too much to do: nobody asks it anything for so many seconds (at most those for which what may pass is
 * tried again), and then not all at the same moment.
 */
void registry_endpoint_pause(struct registry_endpoint *e, int64_t seconds);
/* Returns when it may be asked, or all is to end. */
void registry_endpoint_await(struct registry_endpoint *e);

/* Keeps the text of a Warning header (distribution-spec, "Warnings"), the first that comes. */
void registry_endpoint_note_warning(struct registry_endpoint *e, struct span header);
/* It, masked, until the endpoint is freed; NULL: none came.  Once no session runs any more. */
const char *registry_endpoint_warning(const struct registry_endpoint *e);

#endif
