/* SPDX-License-Identifier: GPL-3.0-or-later */
/* oci:DIR[:TAG], an OCI layout (source.h). */
#include <stdlib.h>

#include "json_in.h"
#include "source.h"
#include "xalloc.h"

struct layout_source {
    struct source base;
    const struct reference *ref;
    struct layout *layout;
};

static bool find(struct source *base, struct descriptor *ret, struct error *err)
{
    struct layout_source *s = (struct layout_source *)base;
    CLEANUP(cleanup_json)
    json_t *index = layout_check(s->layout, err) ? layout_index(s->layout, err) : NULL;

    if (!index)
        return false;
    return layout_index_find(index, s->ref->tag, ret, err) ||
           error_prefix(err, "OCI layout '%s'", QUOTE(layout_path(s->layout)));
}

static char *place_name(const struct source *base)
{
    return xasprintf("OCI layout '%s'",
                     QUOTE(layout_path(((const struct layout_source *)base)->layout)));
}

static bool read_blob(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    struct layout_source *s = context;

    return layout_read_blob(s->layout, blob, limit, out, err);
}

static struct stream *open_layer(struct source *base, const struct descriptor *blob,
                                 struct error *err)
{
    return layout_open_blob(((struct layout_source *)base)->layout, blob, err);
}

static bool check(struct source *base, struct error *err)
{
    return layout_check(((struct layout_source *)base)->layout, err);
}

static void share(struct source *base, struct broker *broker)
{
    layout_share(((struct layout_source *)base)->layout, broker);
}

static void close_layout(struct source *base)
{
    struct layout_source *s = (struct layout_source *)base;

    layout_close(s->layout);
    free(s);
}

struct source *source_open_layout(const struct reference *ref, struct error *err)
{
    static const struct source_ops ops = {
        .find = find,
        .read_manifest = read_blob,
        .read_blob = read_blob,
        .open_layer = open_layer,
        .check = check,
        .share = share,
        .place_name = place_name,
        .close = close_layout,
    };
    struct layout *layout = layout_find(ref->path, err);
    struct layout_source *s;

    if (!layout)
        return NULL;
    s = xcalloc(1, sizeof *s);
    s->base.ops = &ops;
    s->ref = ref;
    s->layout = layout;
    return &s->base;
}
