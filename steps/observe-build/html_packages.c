/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html_parts.h"

#include "changes.h"
#include "json_in.h"

/* Rows: more are no help to a reader, and the document has all. */
#define MOST_ROWS 5000

struct table {
    struct strbuf *out;
    const json_t *result;
    size_t rows;
    size_t left_out;
};

/* The package's change in a word of ours: what stands in "changed" says its own. */
static struct span word_of(const json_t *package, const char *list)
{
    struct span change = json_in_span_or_empty(package, "change");

    return change.len ? change : span_string(list);
}

static void add_version(struct table *t, const json_t *package)
{
    struct span from = json_in_span_or_empty(package, "from");
    struct span to = json_in_span_or_empty(package, "to");

    strbuf_add_string(t->out, "<td class=\"mono\">");
    if (from.len && !span_equal(from, to)) {
        html_text(t->out, from);
        strbuf_add_string(t->out, " \xe2\x86\x92 ");
    }
    html_text(t->out, from.len ? to : json_in_span_or_empty(package, "version"));
    strbuf_add_string(t->out, "</td>");
}

/* Of a removed one the layer that removed it. */
static void add_layer(struct table *t, const json_t *package)
{
    bool removed = json_object_get(package, "removed_by");
    size_t number =
        html_layer_number(t->result,
                          json_in_span_or_empty(package, removed ? "removed_by" : "layer"));

    strbuf_add_string(t->out, "<td class=\"num\">");
    if (number)
        strbuf_addf(t->out, "%zu", number);
    strbuf_add_string(t->out, "</td>");
}

static void add_row(struct table *t, const char *type, const json_t *package, const char *list)
{
    struct span word = word_of(package, list);

    if (t->rows == MOST_ROWS) {
        t->left_out++;
        return;
    }
    t->rows++;
    strbuf_add_string(t->out, "<tr><td class=\"tight ");
    html_text(t->out, word);
    strbuf_add_string(t->out, "\">");
    html_text(t->out, word);
    strbuf_add_string(t->out, "</td>");
    html_cell(t->out, "tight", span_string(type));
    html_cell(t->out, "", json_in_span_or_empty(package, "name"));
    add_version(t, package);
    add_layer(t, package);
    html_cell(t->out, "mono wide", json_in_span_or_empty(package, "location"));
    strbuf_add_string(t->out, "</tr>\n");
}

static void add_list(struct table *t, const char *name)
{
    const char *type;
    json_t *list;

    json_object_foreach (json_object_get(t->result, name), type, list) {
        const json_t *package;
        size_t i;

        json_array_foreach (list, i, package)
            add_row(t, type, package, name);
    }
}

/* ---- what the log and the image say of each other ---- */

static void add_mismatch(struct strbuf *out, const json_t *packages, const char *title)
{
    const json_t *package;
    size_t i;

    if (!json_array_size(packages))
        return;
    strbuf_addf(out,
                "<section><h2>%s<small>%zu</small></h2>\n<div class=\"scroll\"><table><thead><tr>"
                "<th>Type</th><th>Package</th><th>Version</th><th>Reason</th>"
                "<th class=\"wide\">Place</th></tr></thead><tbody>\n",
                title, json_array_size(packages));
    json_array_foreach (packages, i, package) {
        if (i == MOST_ROWS)
            break;
        strbuf_add_string(out, "<tr>");
        html_cell(out, "tight", json_in_span_or_empty(package, "type"));
        html_cell(out, "", json_in_span_or_empty(package, "name"));
        html_cell(out, "mono", json_in_span_or_empty(package, "version"));
        html_cell(out, "", json_in_span_or_empty(package, "reason"));
        html_cell(out, "mono wide", json_in_span_or_empty(package, "location"));
        strbuf_add_string(out, "</tr>\n");
    }
    strbuf_add_string(out, "</tbody></table></div></section>\n");
}

void html_packages(struct strbuf *out, const json_t *result)
{
    struct table t = {.out = out, .result = result};

    if (json_is_object(json_object_get(result, "added"))) {
        strbuf_addf(
            out,
            "<section id=\"packages\"><h2>Packages<small><span class=\"added\">%zu added"
            "</span>, <span class=\"removed\">%zu removed</span>, <span class=\"changed\">%zu "
            "changed</span></small></h2>\n",
            changes_count(json_object_get(result, "added")),
            changes_count(json_object_get(result, "removed")),
            changes_count(json_object_get(result, "changed")));
        strbuf_add_string(
            out, "<form class=\"filter\" hidden><input id=\"filter\" type=\"search\" "
                 "placeholder=\"Filter: name, type, change, place\" aria-label=\"Filter the "
                 "packages\"><output id=\"shown\" class=\"soft\" for=\"filter\"></output></form>\n"
                 "<div class=\"scroll\"><table><thead><tr><th>Change</th><th>Type</th>"
                 "<th>Package</th><th>Version</th><th class=\"num\">Layer</th>"
                 "<th class=\"wide\">Place</th></tr></thead><tbody>\n");
        add_list(&t, "added");
        add_list(&t, "removed");
        add_list(&t, "changed");
        strbuf_add_string(out, "</tbody></table></div>\n");
        if (t.left_out)
            strbuf_addf(out, "<p class=\"soft\">and %zu more, in the document</p>\n", t.left_out);
        strbuf_add_string(out, "</section>\n");
    }
    add_mismatch(out, json_object_get(result, "installed_by_log_not_in_image"),
                 "Installed by the log, not in the image");
    add_mismatch(out, json_object_get(result, "in_image_not_in_log"),
                 "Brought in without a word in the log");
}
