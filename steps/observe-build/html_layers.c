/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include "html_parts.h"
#include "json_in.h"

/* Commands are cut: the document has them whole. */
#define LONGEST_COMMAND 240

/* The classes of a layer's colour; neighbours of one kind differ. */
static const char *colour_of(const json_t *layer, size_t i)
{
    struct span from = json_in_span_or_empty(layer, "from");

    if (span_equal_string(from, "base"))
        return i % 2 ? "base alt" : "base";
    if (span_equal_string(from, "build"))
        return i % 2 ? "build alt" : "build";
    return "other";
}

static int64_t total_size(const json_t *layers)
{
    int64_t total = 0;
    const json_t *layer;
    size_t i;

    json_array_foreach (layers, i, layer) {
        int64_t size = json_in_int_or(layer, "size", 0);

        total = size > INT64_MAX - total ? INT64_MAX : total + size;
    }
    return total;
}

/* In a box of 1000 by 10; a layer of no size is a hair still. */
static void add_bar(struct strbuf *out, const json_t *layers)
{
    double total = (double)total_size(layers);
    double at = 0;
    const json_t *layer;
    size_t i;

    strbuf_add_string(out,
                      "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
                      "role=\"img\" aria-label=\"Layers by size\">");
    json_array_foreach (layers, i, layer) {
        int64_t size = json_in_int_or(layer, "size", 0);
        double width = total > 0 ? 1000 * (double)size / total : 0;

        strbuf_addf(out,
                    "<rect class=\"%s\" x=\"%.2f\" y=\"0\" width=\"%.2f\" height=\"10\">"
                    "<title>Layer %zu: ",
                    colour_of(layer, i), at < 998.5 ? at : 998.5, width < 1.5 ? 1.5 : width, i + 1);
        html_size(out, size);
        strbuf_add_string(out, "</title></rect>");
        at += width;
    }
    strbuf_add_string(out, "</svg>\n");
}

static void add_key(struct strbuf *out, const json_t *layers, const char *from, const char *text)
{
    size_t count = 0;
    int64_t size = 0;
    const json_t *layer;
    size_t i;

    json_array_foreach (layers, i, layer) {
        if (!span_equal_string(json_in_span_or_empty(layer, "from"), from))
            continue;
        count++;
        size += json_in_int_or(layer, "size", 0);
    }
    if (!count)
        return;
    strbuf_addf(
        out,
        "<span><svg class=\"key\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect class=\"%s\" "
        "width=\"1\" height=\"1\"/></svg>%s: %zu layer%s, ",
        *from ? from : "other", text, count, count == 1 ? "" : "s");
    html_size(out, size);
    strbuf_add_string(out, "</span>");
}

static void add_count(struct strbuf *out, const json_t *layer, const char *key, const char *sign)
{
    int64_t count = json_in_int_or(layer, key, 0);

    if (count)
        strbuf_addf(out, "<span class=\"%s\">%s%" PRId64 "</span> ", key, sign, count);
}

static void add_row(struct strbuf *out, const json_t *layer, size_t i)
{
    struct span command = json_in_span_or_empty(layer, "created_by");
    struct span digest = json_in_span_or_empty(layer, "digest");

    span_eat(&digest, "sha256:");
    strbuf_addf(
        out,
        "<tr><td class=\"tight\"><svg class=\"key\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect "
        "class=\"%s\" width=\"1\" height=\"1\"/></svg>%zu</td><td class=\"num\">",
        colour_of(layer, i), i + 1);
    html_size(out, json_in_int_or(layer, "size", 0));
    strbuf_add_string(out, "</td><td class=\"tight\">");
    html_member(out, layer, "from");
    strbuf_add_string(out, "</td><td class=\"tight\">");
    add_count(out, layer, "added", "+");
    add_count(out, layer, "removed", "\xe2\x88\x92");
    add_count(out, layer, "changed", "~");
    strbuf_add_string(out, "</td><td class=\"command mono\">");
    html_text(out, span_head(command, LONGEST_COMMAND));
    strbuf_add_string(out, command.len > LONGEST_COMMAND ? " \xe2\x80\xa6" : "");
    strbuf_add_string(out, "</td>");
    html_cell(out, "mono tight wide", span_head(digest, 12));
    strbuf_add_string(out, "</tr>\n");
}

void html_layers(struct strbuf *out, const json_t *result)
{
    const json_t *layers = json_object_get(result, "layers");
    const json_t *layer;
    size_t i;

    if (!json_array_size(layers))
        return;
    strbuf_addf(out, "<section id=\"layers\"><h2>Layers<small>%zu, ", json_array_size(layers));
    html_size(out, total_size(layers));
    strbuf_add_string(out, "</small></h2>\n");
    add_bar(out, layers);
    strbuf_add_string(out, "<p class=\"legend\">");
    add_key(out, layers, "base", "From the base");
    add_key(out, layers, "build", "Added by the build");
    add_key(out, layers, "", "Not known whose");
    strbuf_add_string(out,
                      "</p>\n<div class=\"scroll\"><table><thead><tr><th>Layer</th>"
                      "<th class=\"num\">Size</th><th>From</th><th>Packages</th><th>Made by</th>"
                      "<th class=\"wide\">Digest</th></tr></thead><tbody>\n");
    json_array_foreach (layers, i, layer)
        add_row(out, layer, i);
    strbuf_add_string(out, "</tbody></table></div></section>\n");
}
