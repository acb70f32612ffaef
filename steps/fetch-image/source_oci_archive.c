/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oci-archive:FILE[:TAG]: an OCI layout in a tar. */
#include <stdlib.h>

#include "json_in.h"
#include "members.h"
#include "source.h"
#include "xalloc.h"

struct oci_archive_source {
    struct source base;
    const struct reference *ref;
    struct archive_members members;
};

static bool read_blob(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    struct oci_archive_source *s = context;
    CLEANUP(cleanup_free) char *name = xasprintf("blobs/sha256/%s", DIGEST_HEX_TEXT(&blob->digest));
    struct digest_text text = digest_format(&blob->digest);
    struct stream *in;
    struct span bytes;
    bool done;

    (void)limit;
    if (!archive_members_document(&s->members, name, &bytes, err))
        return false;
    in = stream_verify_take(stream_of_span(bytes), &blob->digest, blob->size, text.text);
    done = stream_read_all(in, out, text.text, err);
    stream_close(in);
    return done;
}

static bool load(struct source *base, struct image *image, const struct platform *platform,
                 struct error *err)
{
    struct oci_archive_source *s = (struct oci_archive_source *)base;
    struct image_source source = {read_blob, read_blob, s};
    CLEANUP(cleanup_json) json_t *index = NULL;
    struct descriptor start = {0};
    struct span text;
    bool done;

    if (!archive_members_document(&s->members, "index.json", &text, err))
        return false;
    index = json_in_parse(text, "index.json", err);
    done = index && layout_index_find(index, s->ref->tag, &start, err) &&
           image_load(image, &source, &start, platform, err);
    descriptor_release(&start);
    return done || error_prefix(err, "'%s'", QUOTE(s->ref->path));
}

static bool copy_layers(struct source *base, const struct image *image, struct layout *layout,
                        struct error *err)
{
    struct oci_archive_source *s = (struct oci_archive_source *)base;

    return archive_members_copy_layers(&s->members, image, layout, err);
}

static void close_archive(struct source *base)
{
    struct oci_archive_source *s = (struct oci_archive_source *)base;

    archive_members_release(&s->members);
    free(s);
}

struct source *source_open_oci_archive(const struct reference *ref, struct error *err)
{
    static const struct source_ops ops = {
        .load = load,
        .read_manifest = read_blob,
        .read_blob = read_blob,
        .copy_layers = copy_layers,
        .close = close_archive,
    };
    struct oci_archive_source *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->ref = ref;
    if (archive_members_read(&s->members, ref->path, err))
        return &s->base;
    close_archive(&s->base);
    return NULL;
}
