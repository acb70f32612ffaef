/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base64.h"
#include "image.h"
#include "json_in.h"
#include "xalloc.h"

void descriptor_release(struct descriptor *d)
{
    for (size_t i = 0; i < d->url_count; i++)
        free(d->urls[i]);
    free(STEAL(d->urls));
    d->url_count = 0;
    free(STEAL(d->media_type));
    free(STEAL(d->data));
}

static char **copy_urls(const struct descriptor *from)
{
    char **urls = from->url_count ? xcalloc(from->url_count, sizeof *urls) : NULL;

    for (size_t i = 0; i < from->url_count; i++)
        urls[i] = xstrdup(from->urls[i]);
    return urls;
}

void descriptor_copy(struct descriptor *to, const struct descriptor *from)
{
    char *media_type = xstrdup(from->media_type ? from->media_type : "");
    char *data = from->data ? xmemdup0(from->data, (size_t)from->size) : NULL;
    char **urls = copy_urls(from);

    descriptor_release(to);
    *to = *from;
    to->urls = urls;
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

static char *copy_text(struct span text)
{
    return xmemdup0(text.data, text.len);
}

static bool is_url(struct span text)
{
    return text.len <= LIMIT_LAYER_URL && span_find_byte(text, '\0') == text.len &&
           (span_starts_with(text, "https://") || span_starts_with(text, "http://"));
}

/* What is no such URL, or too much, is as if it were not there: the layer need not be had. */
static void set_urls(struct descriptor *d, const json_t *list)
{
    size_t count = json_array_size(list);

    d->urls = xcalloc(LIMIT_LAYER_URLS, sizeof *d->urls);
    for (size_t i = 0; i < count && d->url_count < LIMIT_LAYER_URLS; i++) {
        const json_t *url = json_array_get(list, i);

        if (json_is_string(url) && is_url(json_in_span(url)))
            d->urls[d->url_count++] = copy_text(json_in_span(url));
    }
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
    d.media_type = copy_text(type);
    set_data(&d, json_in_span_or_empty(object, "data"));
    if (media_type_is_foreign(d.media_type))
        set_urls(&d, json_object_get(object, "urls"));
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
