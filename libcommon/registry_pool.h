/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sessions with one endpoint for any number of threads: who asks takes one, and gives it back with
 * its connection open, for the next.  There are as many as were ever taken at one time.
 */
#ifndef REGISTRY_POOL_H
#define REGISTRY_POOL_H

#include "registry_session.h"

struct registry_pool;

/* Takes the endpoint over. Never NULL. */
struct registry_pool *registry_pool_new_take(struct registry_endpoint *endpoint);
/* When all sessions were given back. */
void registry_pool_free(struct registry_pool *pool);
DEFINE_CLEANUP(cleanup_registry_pool, struct registry_pool *, registry_pool_free)

struct registry_endpoint *registry_pool_endpoint(const struct registry_pool *pool);
struct registry_session *registry_pool_borrow(struct registry_pool *pool);
void registry_pool_return(struct registry_pool *pool, struct registry_session *session);

/* registry_ask() with a session of the pool, for answers that are read whole or have no body. */
bool registry_pool_ask(struct registry_pool *pool, const struct registry_request *request,
                       struct strbuf *out, struct http_response *ret, struct error *err);

#endif
