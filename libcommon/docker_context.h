/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which daemon docker's client would ask: DOCKER_HOST, else CONTAINER_HOST, which is Podman's word for it, else the
 * context that DOCKER_CONTEXT or `currentContext` of ${DOCKER_CONFIG:-~/.docker}/config.json names
 * (docker-context(1): contexts/meta/SHA256-OF-NAME/meta.json beside it has its address).
 *
 * Owns its strings; begins as {0}.
 */
#ifndef DOCKER_CONTEXT_H
#define DOCKER_CONTEXT_H

#include "error.h"
#include "span.h"

struct docker_context {
    char *host;    /* as unix://PATH or tcp://HOST:PORT; NULL: nobody says */
    char *said_by; /* for messages */
    bool has_tls;  /* it comes with certificates */
};

/* A context that is not there or has no address is ERROR_CONFIGURATION. */
bool docker_context_find(struct docker_context *ret, struct error *err);
void docker_context_release(struct docker_context *context);
#define DOCKER_CONTEXT_AUTO(name) \
    __attribute__((cleanup(docker_context_release))) struct docker_context name = {0}

/* The address in the text of meta.json, to free; NULL with err set.  Pure. */
char *docker_context_parse(struct span text, struct error *err);

#endif
