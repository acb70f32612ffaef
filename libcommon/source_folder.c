/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dir:DIR, skopeo's folder: manifest.json, and a file named by its hex digest for each blob.  When
 * manifest.json is an index (skopeo copy --all), HEX.manifest.json is each of its manifests.
 */
#include <stdlib.h>

#include "folder.h"
#include "source.h"
#include "xalloc.h"

struct folder_source {
    struct source base;
    struct folder folder;
    struct strbuf manifest;
};

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    return folder_open_stream(&((struct folder_source *)base)->folder,
                              DIGEST_HEX_TEXT(&blob->digest), err);
}

static bool read_verified(struct stream *in, const struct descriptor *blob, struct strbuf *out,
                          struct error *err)
{
    struct digest_text name = digest_format(&blob->digest);
    CLEANUP(cleanup_stream) struct stream *verified = NULL;

    if (!in)
        return false;
    verified = stream_verify_take(in, &blob->digest, blob->size, name.text);
    return stream_read_all(verified, out, name.text, err);
}

static bool read_blob(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    (void)limit; /* it is out's ceiling */
    return read_verified(open_layer(context, blob, err), blob, out, err);
}

static bool read_manifest(void *context, const struct descriptor *blob, size_t limit,
                          struct strbuf *out, struct error *err)
{
    const struct folder_source *s = context;
    struct digest own = digest_of(strbuf_span(&s->manifest));
    CLEANUP(cleanup_free)
    char *name = xasprintf("%s.manifest.json", DIGEST_HEX_TEXT(&blob->digest));

    (void)limit;
    if (!digest_equal(&own, &blob->digest))
        return read_verified(folder_open_stream(&s->folder, name, err), blob, out, err);
    strbuf_add_span(out, strbuf_span(&s->manifest));
    return true;
}

static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct folder_source *s = (struct folder_source *)base;
    CLEANUP(cleanup_stream)
    struct stream *in = folder_open_stream(&s->folder, "manifest.json", err);

    strbuf_truncate(&s->manifest, 0);
    if (!in || !stream_read_all(in, &s->manifest, "manifest.json", err))
        return false;
    *ret = (struct descriptor){.media_type = xstrdup(MEDIA_TYPE_OCI_MANIFEST),
                               .digest = digest_of(strbuf_span(&s->manifest)),
                               .size = s->manifest.len};
    return true;
}

static char *place_name(const struct source *base)
{
    return xasprintf("'%s'", QUOTE(((const struct folder_source *)base)->folder.path));
}

static void share(struct source *base, struct broker *broker)
{
    folder_share(&((struct folder_source *)base)->folder, broker);
}

static void close_folder(struct source *base)
{
    struct folder_source *s = (struct folder_source *)base;

    folder_release(&s->folder);
    strbuf_release(&s->manifest);
    free(s);
}

struct source *source_open_folder(const struct reference *ref, struct error *err)
{
    static const struct source_ops ops = {
        .find = find,
        .read_manifest = read_manifest,
        .read_blob = read_blob,
        .open_layer = open_layer,
        .share = share,
        .place_name = place_name,
        .close = close_folder,
    };
    struct folder_source *s = xcalloc(1, sizeof *s);

    (void)err;
    s->base.ops = &ops;
    folder_init(&s->folder, ref->path);
    strbuf_init(&s->manifest, LIMIT_MANIFEST);
    return &s->base;
}
