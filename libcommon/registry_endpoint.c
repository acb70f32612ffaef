/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_endpoint.h"

#include <pthread.h>
#include <string.h>

#include "redact.h"
#include "xalloc.h"

struct registry_endpoint_state {
    pthread_mutex_t lock; /* for what follows */
    const char *scheme;
    char *warning;
};

/* Docker Hub's registry answers under another name than its images carry. */
static const char *address_of(const char *host)
{
    if (strcmp(host, "docker.io") == 0 || strcmp(host, "index.docker.io") == 0)
        return "registry-1.docker.io";
    return host;
}

struct registry_endpoint *registry_endpoint_new(const struct registry_endpoint_options *options)
{
    const struct registry_auth_options who = {options->host, options->repository, options->authfile,
                                              options->variable, options->push};
    struct registry_endpoint *e = xcalloc(1, sizeof *e);

    e->state = xcalloc(1, sizeof *e->state);
    pthread_mutex_init(&e->state->lock, NULL);
    e->address = xstrdup(address_of(options->host));
    e->repository = xstrdup(options->repository);
    e->insecure = options->insecure;
    e->retry_seconds = options->retry_seconds;
    e->auth = registry_auth_new(&who);
    return e;
}

void registry_endpoint_free(struct registry_endpoint *e)
{
    if (!e)
        return;
    registry_auth_free(e->auth);
    pthread_mutex_destroy(&e->state->lock);
    free(e->state->warning);
    free(e->state);
    free(e->repository);
    free(e->address);
    free(e);
}

const char *registry_endpoint_scheme(struct registry_endpoint *e)
{
    const char *scheme;

    pthread_mutex_lock(&e->state->lock);
    scheme = e->state->scheme;
    pthread_mutex_unlock(&e->state->lock);
    return scheme;
}

void registry_endpoint_set_scheme(struct registry_endpoint *e, const char *scheme)
{
    pthread_mutex_lock(&e->state->lock);
    e->state->scheme = scheme;
    pthread_mutex_unlock(&e->state->lock);
}

void registry_endpoint_note_warning(struct registry_endpoint *e, struct span header)
{
    STRBUF_AUTO(masked, LIMIT_REGISTRY_ERROR);

    if (!span_eat(&header, "299 - \"") || !span_ends_with(header, "\""))
        return;
    redact_append(&masked, span_head(header, header.len - 1));
    pthread_mutex_lock(&e->state->lock);
    if (!e->state->warning)
        e->state->warning = strbuf_detach(&masked);
    pthread_mutex_unlock(&e->state->lock);
}

const char *registry_endpoint_warning(const struct registry_endpoint *e)
{
    return e->state->warning;
}
