/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "source_registry.h"

#include <stdlib.h>

#include "policy.h"
#include "registries_conf.h"
#include "registry_feed.h"
#include "xalloc.h"

struct registry_source {
    struct source base;
    struct registry *registry;
    struct registry_feed *feed; /* NULL: the registry is asked here */
    struct image_source documents;
    const struct layout *kept; /* where documents may lie already, or NULL */
};

static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct registry_source *s = (struct registry_source *)base;

    return s->feed ? registry_feed_resolve(s->feed, ret, err)
                   : registry_resolve(s->registry, ret, err);
}

/* A document that the layout has, and that is right, is not asked for. */
static bool read_kept(const struct registry_source *s, const struct descriptor *blob, size_t limit,
                      struct strbuf *out)
{
    struct error ignored = {0};
    size_t before = out->len;

    if (!s->kept || !layout_has_blob(s->kept, blob))
        return false;
    if (layout_read_blob(s->kept, blob, limit, out, &ignored))
        return true;
    strbuf_truncate(out, before);
    return false;
}

static bool read_manifest(void *context, const struct descriptor *blob, size_t limit,
                          struct strbuf *out, struct error *err)
{
    struct registry_source *s = context;

    return read_kept(s, blob, limit, out) ||
           s->documents.read_manifest(s->documents.context, blob, limit, out, err);
}

static bool read_blob(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    struct registry_source *s = context;

    return read_kept(s, blob, limit, out) ||
           s->documents.read_blob(s->documents.context, blob, limit, out, err);
}

static struct stream *open_rest(struct source *base, const struct descriptor *blob, uint64_t first,
                                struct error *err)
{
    return registry_open_blob(((struct registry_source *)base)->registry, blob, first, err);
}

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    struct registry_source *s = (struct registry_source *)base;

    return s->feed ? registry_feed_open_blob(s->feed, blob, err) : open_rest(base, blob, 0, err);
}

static bool find_layer(struct source *base, const struct descriptor *blob, struct error *err)
{
    struct registry_source *s = (struct registry_source *)base;

    return s->feed ? registry_feed_has_blob(s->feed, blob, err)
                   : registry_has_blob(s->registry, blob, err);
}

static void stop(struct source *base)
{
    registry_stop(((struct registry_source *)base)->registry);
}

static void share(struct source *base, struct broker *broker)
{
    struct registry_source *s = (struct registry_source *)base;

    s->feed = registry_feed_new(s->registry, broker);
    s->documents = registry_feed_source(s->feed);
}

static void close_registry(struct source *base)
{
    struct registry_source *s = (struct registry_source *)base;

    registry_feed_free(s->feed);
    registry_close(s->registry);
    free(s);
}

struct source *source_open_registry(const struct reference *ref,
                                    const struct registry_options *options, struct error *err)
{
    static const struct source_ops ops = {
        .find = find,
        .read_manifest = read_manifest,
        .read_blob = read_blob,
        .open_layer = open_layer,
        .open_rest = open_rest,
        .find_layer = find_layer,
        .stop = stop,
        .share = share,
        .close = close_registry,
    };
    struct registry *registry = registry_open(ref, options, err);
    struct registry_source *s;

    if (!registry)
        return NULL;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->registry = registry;
    s->documents = registry_source(registry);
    return &s->base;
}

void source_registry_look_in(struct source *s, const struct layout *layout)
{
    ((struct registry_source *)s)->kept = layout;
}

/* ---- names ---- */

/* An alias of registries.conf, which only a name without a host can be. */
static bool resolve_alias(const char *text, struct reference *ret, struct error *err)
{
    REGISTRIES_CONF_AUTO(conf);

    if (ret->transport != TRANSPORT_REGISTRY || span_starts_with(span_string(text), "docker://"))
        return true;
    reference_release(ret);
    return registries_conf_read("", &conf, err) && registries_conf_resolve(&conf, text, ret, err);
}

bool source_reference_parse(const char *text, struct reference *ret, struct error *err)
{
    POLICY_AUTO(policy);

    return reference_parse(text, ret, err) && resolve_alias(text, ret, err) &&
           policy_read("", &policy, err) && policy_accepts(&policy, ret, err);
}

struct registry *source_registry(const struct source *s)
{
    return ((const struct registry_source *)s)->registry;
}

const char *source_registry_warning(const struct source *s)
{
    return registry_warning(((const struct registry_source *)s)->registry);
}
