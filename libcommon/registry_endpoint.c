/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_endpoint.h"

#include <pthread.h>
#include <string.h>

#include "certs_d.h"
#include "credentials.h"
#include "redact.h"
#include "retry.h"
#include "xalloc.h"

struct registry_endpoint_state {
    struct certs_d certificates;
    struct strbuf authorities;
    pthread_mutex_t lock; /* for what follows */
    const char *scheme;
    enum host_place place;
    int64_t free_at; /* retry_now(); nobody asks before */
    char *warning;
};

/* Docker Hub's registry answers under another name than its images carry. */
static const char *address_of(const char *host)
{
    if (strcmp(host, "docker.io") == 0 || strcmp(host, "index.docker.io") == 0)
        return "registry-1.docker.io";
    return host;
}

static bool find_certificates(struct registry_endpoint *e,
                              const struct registry_endpoint_options *options, struct error *err)
{
    struct certs_d *found = &e->state->certificates;
    struct strbuf *authorities = &e->state->authorities;
    bool done = options->cert_dir ? certs_d_open(options->cert_dir, found, err)
                                  : certs_d_find("", options->host, found, err);

    if (!done || !certs_d_read_authorities(found, authorities, err) ||
        (authorities->len && !http_add_system_authorities(authorities, err)))
        return false;
    if (strbuf_overflowed(authorities))
        return error_set(err, ERROR_CONFIGURATION, "'%s' holds more than %zu bytes of certificates",
                         QUOTE(found->folder), authorities->ceiling);
    e->tls = (struct http_tls){strbuf_span(authorities), found->certificate, found->key};
    return true;
}

struct registry_endpoint *registry_endpoint_new(const struct registry_endpoint_options *options,
                                                struct error *err)
{
    const struct registry_auth_options who = {.host = options->host,
                                              .repository = options->repository,
                                              .authfile = options->authfile,
                                              .variable = options->variable,
                                              .push = options->push};
    CLEANUP(cleanup_registry_endpoint) struct registry_endpoint *e = xcalloc(1, sizeof *e);

    e->state = xcalloc(1, sizeof *e->state);
    pthread_mutex_init(&e->state->lock, NULL);
    strbuf_init(&e->state->authorities, LIMIT_AUTHORITIES);
    e->address = xstrdup(address_of(options->host));
    e->repository = xstrdup(options->repository);
    e->mirrored = options->mirrored ? xstrdup(options->mirrored) : NULL;
    e->insecure = options->insecure;
    e->retry_seconds = options->retry_seconds;
    e->auth = registry_auth_new(&who);
    if (!credentials_check_file(options->authfile, err) || !find_certificates(e, options, err))
        return NULL;
    return STEAL(e);
}

void registry_endpoint_free(struct registry_endpoint *e)
{
    if (!e)
        return;
    registry_auth_free(e->auth);
    certs_d_release(&e->state->certificates);
    strbuf_release(&e->state->authorities);
    pthread_mutex_destroy(&e->state->lock);
    free(e->state->warning);
    free(e->state);
    free(e->mirrored);
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

enum host_place registry_endpoint_place(struct registry_endpoint *e)
{
    enum host_place place;

    pthread_mutex_lock(&e->state->lock);
    place = e->state->place;
    pthread_mutex_unlock(&e->state->lock);
    return place;
}

void registry_endpoint_note_place(struct registry_endpoint *e, enum host_place place)
{
    pthread_mutex_lock(&e->state->lock);
    e->state->place = host_place_of_both(e->state->place, place);
    pthread_mutex_unlock(&e->state->lock);
}

void registry_endpoint_pause(struct registry_endpoint *e, int64_t seconds)
{
    int64_t then = retry_now() + 1000 * (seconds < e->retry_seconds ? seconds : e->retry_seconds);

    pthread_mutex_lock(&e->state->lock);
    if (then > e->state->free_at)
        e->state->free_at = then;
    pthread_mutex_unlock(&e->state->lock);
}

void registry_endpoint_await(struct registry_endpoint *e)
{
    int64_t then;

    pthread_mutex_lock(&e->state->lock);
    then = e->state->free_at;
    pthread_mutex_unlock(&e->state->lock);
    (void)retry_wait_until(then, &e->stopped);
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
