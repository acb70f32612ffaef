/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry_pool.h"

#include <pthread.h>

#include "xalloc.h"

struct registry_pool {
    struct registry_endpoint *endpoint;
    pthread_mutex_t lock;
    struct registry_session **idle;
    size_t count;
    size_t capacity;
};

struct registry_pool *registry_pool_new_take(struct registry_endpoint *endpoint)
{
    struct registry_pool *pool = xcalloc(1, sizeof *pool);

    pool->endpoint = endpoint;
    pthread_mutex_init(&pool->lock, NULL);
    return pool;
}

void registry_pool_free(struct registry_pool *pool)
{
    if (!pool)
        return;
    while (pool->count)
        registry_session_free(pool->idle[--pool->count]);
    free(pool->idle);
    pthread_mutex_destroy(&pool->lock);
    registry_endpoint_free(pool->endpoint);
    free(pool);
}

struct registry_endpoint *registry_pool_endpoint(const struct registry_pool *pool)
{
    return pool->endpoint;
}

struct registry_session *registry_pool_borrow(struct registry_pool *pool)
{
    struct registry_session *session = NULL;

    pthread_mutex_lock(&pool->lock);
    if (pool->count)
        session = pool->idle[--pool->count];
    pthread_mutex_unlock(&pool->lock);
    return session ? session : registry_session_new(pool->endpoint);
}

void registry_pool_return(struct registry_pool *pool, struct registry_session *session)
{
    pthread_mutex_lock(&pool->lock);
    XGROW(pool->idle, pool->count, pool->capacity);
    pool->idle[pool->count++] = session;
    pthread_mutex_unlock(&pool->lock);
}

bool registry_pool_ask(struct registry_pool *pool, const struct registry_request *request,
                       struct strbuf *out, struct http_response *ret, struct error *err)
{
    struct registry_session *session = registry_pool_borrow(pool);
    bool done = registry_ask(session, request, out, ret, err);

    /* The body's stream is the session's: closed before another thread has it. */
    stream_close(STEAL(ret->body));
    registry_pool_return(pool, session);
    return done;
}
