/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html_parts.h"

#include <inttypes.h>

#include "json_in.h"
#include "page.h"
#include "text.h"

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_text(struct strbuf *out, struct span text)
{
    STRBUF_AUTO(clean, LIMIT_DOCUMENT);

    text_append_utf8(&clean, text);
    text_mask_controls(clean.data, clean.len);
    for (size_t i = 0; i < clean.len; i++) {
        const char *escape = escape_of(clean.data[i]);

        if (escape)
            strbuf_add_string(out, escape);
        else
            strbuf_add_byte(out, clean.data[i]);
    }
}

void html_member(struct strbuf *out, const json_t *from, const char *path)
{
    struct span text = json_in_span_or_empty(from, path);

    html_text(out, text.len ? text : SPAN_LITERAL("\xe2\x80\x93"));
}

void html_cell(struct strbuf *out, const char *class_name, struct span text)
{
    strbuf_addf(out, "<td class=\"%s\">", class_name);
    html_text(out, text);
    strbuf_add_string(out, "</td>");
}

void html_size(struct strbuf *out, int64_t bytes)
{
    struct page page = {.out = out};

    page_size(&page, bytes);
}

void html_seconds(struct strbuf *out, double seconds)
{
    int64_t whole = seconds < (double)INT64_MAX ? (int64_t)seconds : 0;

    if (seconds < 60 || !whole)
        strbuf_addf(out, "%.*f\xe2\x80\x89s", seconds < 60 ? 1 : 0, seconds);
    else if (whole < 3600)
        strbuf_addf(out, "%" PRId64 " min %" PRId64 "\xe2\x80\x89s", whole / 60, whole % 60);
    else
        strbuf_addf(out, "%" PRId64 " h %" PRId64 " min", whole / 3600, whole / 60 % 60);
}

void html_share(struct strbuf *out, double from, double width)
{
    strbuf_addf(out,
                "<svg class=\"share\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" "
                "aria-hidden=\"true\"><rect class=\"rest\" width=\"100\" height=\"1\"/><rect "
                "x=\"%.2f\" width=\"%.2f\" height=\"1\"/></svg>",
                from, width);
}

size_t html_layer_number(const json_t *result, struct span digest)
{
    const json_t *layer;
    size_t i;

    json_array_foreach (json_object_get(result, "layers"), i, layer)
        if (digest.len && span_equal(json_in_span_or_empty(layer, "digest"), digest))
            return i + 1;
    return 0;
}
