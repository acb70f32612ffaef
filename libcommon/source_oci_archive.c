/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oci-archive:FILE[:TAG]: an OCI layout in a tar. */
#include <stdlib.h>

#include "archive_members.h"
#include "json_in.h"
#include "source.h"
#include "xalloc.h"

struct oci_archive_source {
    struct source base;
    const struct reference *ref;
    struct archive_members members;
};

static char *blob_name(const struct descriptor *blob)
{
    return xasprintf("blobs/%s/%s", digest_name(blob->digest.algorithm),
                     DIGEST_HEX_TEXT(&blob->digest));
}

static bool read_blob(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    struct oci_archive_source *s = context;
    CLEANUP(cleanup_free) char *name = blob_name(blob);
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

/* The members are read once, however often it is asked. */
static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct oci_archive_source *s = (struct oci_archive_source *)base;
    CLEANUP(cleanup_json) json_t *index = NULL;
    struct span text;

    if ((!s->members.by_name && !archive_members_read(&s->members, err)) ||
        !archive_members_document(&s->members, "index.json", &text, err))
        return false;
    index = json_in_parse(text, "index.json", err);
    return (index && layout_index_find(index, s->ref->tag, ret, err)) ||
           error_prefix(err, "'%s'", QUOTE(s->ref->path));
}

static char *place_name(const struct source *base)
{
    return xasprintf("'%s'", QUOTE(((const struct oci_archive_source *)base)->ref->path));
}

static const struct archive_member *find_blob(const struct oci_archive_source *s,
                                              const struct descriptor *blob)
{
    CLEANUP(cleanup_free) char *name = blob_name(blob);

    return archive_members_find(&s->members, span_string(name));
}

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    struct oci_archive_source *s = (struct oci_archive_source *)base;
    const struct archive_member *member = find_blob(s, blob);

    if (member)
        return archive_members_stream(&s->members, member, err);
    source_lacks(blob, s->members.path, err);
    return NULL;
}

static size_t place(struct source *base, const struct descriptor *blob)
{
    struct oci_archive_source *s = (struct oci_archive_source *)base;
    const struct archive_member *member = find_blob(s, blob);

    return s->members.in_order && member ? (size_t)(member - s->members.items) : SIZE_MAX;
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
        .find = find,
        .read_manifest = read_blob,
        .read_blob = read_blob,
        .open_layer = open_layer,
        .place = place,
        .place_name = place_name,
        .close = close_archive,
    };
    struct oci_archive_source *s = xcalloc(1, sizeof *s);

    s->base.ops = &ops;
    s->ref = ref;
    if (archive_members_open(&s->members, ref->path, err))
        return &s->base;
    close_archive(&s->base);
    return NULL;
}
