/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A registry for a process that can ask nobody (sandbox.h): the process that forked it asks, and
 * hands the answers over through the broker.
 *
 *     struct registry_feed *feed = registry_feed_new(registry, broker);      before the fork
 *     ... registry_feed_resolve(feed, &descriptor, err) ...                   in the confined process
 *     registry_feed_free(feed);                                               in both
 *
 * Manifests and configs come as files in memory, and layers as pipes, each of which a thread fills; neither
 * is parsed before it is on the other side.  What is asked for are digests and sizes, which are
 * checked: a confined process that was taken over gets at other blobs of the same repository, and at nothing
 * else.
 */
#ifndef REGISTRY_FEED_H
#define REGISTRY_FEED_H

#include "broker.h"
#include "registry.h"

struct registry_feed;

/* Both are borrowed. Never NULL. */
struct registry_feed *registry_feed_new(struct registry *registry, struct broker *broker);
/* Ends the threads; what still flows is cut off. */
void registry_feed_free(struct registry_feed *feed);

/* As registry_resolve(). */
bool registry_feed_resolve(struct registry_feed *feed, struct descriptor *ret, struct error *err);
/* Verified documents, as image_load() wants them; context is the feed. */
struct image_source registry_feed_source(struct registry_feed *feed);
/* As registry_open_blob() from its start; that the registry refuses it is told by the first read. */
struct stream *registry_feed_open_blob(struct registry_feed *feed, const struct descriptor *blob,
                                       struct error *err);
/* As registry_has_blob(). */
bool registry_feed_has_blob(struct registry_feed *feed, const struct descriptor *blob,
                            struct error *err);

#endif
