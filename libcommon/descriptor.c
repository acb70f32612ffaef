/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base64.h"
#include "image.h"
#include "json_in.h"
#include "xalloc.h"

void descriptor_release(struct descriptor *d)
{
    free(STEAL(d->media_type));
    free(STEAL(d->data));
}

void descriptor_copy(struct descriptor *to, const struct descriptor *from)
{
    char *media_type = xstrdup(from->media_type ? from->media_type : "");
    char *data = from->data ? xmemdup0(from->data, (size_t)from->size) : NULL;

    descriptor_release(to);
    *to = *from;
    to->media_type = media_type;
    to->data = data;
}

/* bytes, when they are the descriptor's. */
static void take_data(struct descriptor *d, struct span bytes)
{
    if (!d->data && bytes.len && bytes.len == d->size && digest_fits(&d->digest, bytes))
        d->data = xmemdup0(bytes.data, bytes.len);
}

static void set_data(struct descriptor *d, struct span encoded)
{
    STRBUF_AUTO(decoded, LIMIT_MANIFEST);

    if (encoded.len && base64_decode(encoded, &decoded) && !strbuf_overflowed(&decoded))
        take_data(d, strbuf_span(&decoded));
    take_data(d, SPAN_LITERAL("{}"));
}

bool descriptor_parse(const json_t *object, struct descriptor *ret, struct error *err)
{
    struct descriptor d = {0};
    struct span digest;
    struct span type = json_in_span_or_empty(object, "mediaType");

    if (!json_is_object(object))
        return error_set(err, ERROR_MALFORMED, "a descriptor is not an object");
    if (!json_in_string(object, "digest", &digest, err) || !digest_parse(digest, &d.digest, err) ||
        !json_in_uint64(object, "size", &d.size, err))
        return false;
    if (!media_type_is_printable(type))
        return error_set(err, ERROR_MALFORMED, "mediaType is no media type");
    d.media_type = xmemdup0(type.data, type.len);
    set_data(&d, json_in_span_or_empty(object, "data"));
    descriptor_release(ret);
    *ret = d;
    return true;
}

void descriptor_write_members(struct json_out *w, const struct descriptor *d)
{
    json_out_member_cstring(w, "mediaType", d->media_type ? d->media_type : "");
    json_out_member_cstring(w, "digest", DIGEST_TEXT(&d->digest));
    json_out_member_int(w, "size", (int64_t)d->size);
}
