/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "source_made.h"

#include "json_in.h"
#include "xalloc.h"

void made_source_init(struct made_source *s, const struct source_ops *ops)
{
    s->base.ops = ops;
    strbuf_init(&s->manifest, LIMIT_MANIFEST);
}

void made_source_release(struct made_source *s)
{
    strbuf_release(&s->manifest);
}

bool made_source_set(struct made_source *s, const struct image *image, struct error *err)
{
    JSON_OUT_AUTO(w);

    json_out_init_buffer(&w, LIMIT_MANIFEST);
    image_write_manifest(&w, image);
    if (!json_out_finish(&w, err))
        return false;
    strbuf_add_span(&s->manifest, strbuf_span(&w.buf));
    return true;
}

void made_source_start(const struct made_source *s, struct descriptor *ret)
{
    *ret = (struct descriptor){.media_type = xstrdup(MEDIA_TYPE_OCI_MANIFEST),
                               .digest = digest_of(strbuf_span(&s->manifest)),
                               .size = s->manifest.len};
}

bool made_read_manifest(void *context, const struct descriptor *blob, size_t limit,
                        struct strbuf *out, struct error *err)
{
    const struct made_source *s = context;

    (void)blob;
    (void)limit;
    (void)err;
    strbuf_add_span(out, strbuf_span(&s->manifest));
    return true;
}

bool made_read_config(void *context, const struct descriptor *blob, size_t limit,
                      struct strbuf *out, struct error *err)
{
    const struct made_source *s = context;

    (void)blob;
    (void)limit;
    (void)err;
    strbuf_add_span(out, s->config);
    return true;
}

bool made_names_have(const json_t *names, const char *wanted)
{
    json_t *name;
    size_t i;

    json_array_foreach (names, i, name)
        if (json_is_string(name) && reference_same_name(json_string_value(name), wanted))
            return true;
    return false;
}

void made_names_list(const json_t *names, struct strbuf *out)
{
    json_t *name;
    size_t i;

    json_array_foreach (names, i, name)
        if (json_is_string(name))
            strbuf_addf(out, "%s'%s'", out->len ? ", " : "", QUOTE(json_string_value(name)));
}
