/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include "html_parts.h"
#include "json_in.h"

static void add_row(struct strbuf *out, struct span path, const json_t *row, int64_t total)
{
    int64_t bytes = json_in_int_or(row, "bytes", 0);
    double share = total > 0 ? 100 * (double)bytes / (double)total : 0;

    strbuf_add_string(out, "<tr>");
    html_cell(out, "mono", path);
    strbuf_addf(out, "<td class=\"num\">%" PRId64 "</td><td class=\"num\">",
                json_in_int_or(row, "files", 0));
    html_size(out, bytes);
    strbuf_add_string(out, "</td><td>");
    html_share(out, 0, share);
    strbuf_add_string(out, "</td></tr>\n");
}

void html_files(struct strbuf *out, const json_t *result)
{
    const json_t *files = json_object_get(result, "files_added");
    const json_t *others = json_object_get(files, "others");
    int64_t total = json_in_int_or(files, "bytes", 0);
    const json_t *folder;
    size_t i;

    if (!json_in_int_or(files, "files", 0))
        return;
    strbuf_addf(out, "<section id=\"files\"><h2>Files<small>%" PRId64 " added, ",
                json_in_int_or(files, "files", 0));
    html_size(out, total);
    strbuf_add_string(out, "</small></h2>\n<div class=\"scroll\"><table><thead><tr><th>Folder</th>"
                           "<th class=\"num\">Files</th><th class=\"num\">Size</th><th></th></tr>"
                           "</thead><tbody>\n");
    json_array_foreach (json_object_get(files, "folders"), i, folder)
        add_row(out, json_in_span_or_empty(folder, "path"), folder, total);
    if (json_in_int_or(others, "files", 0))
        add_row(out, SPAN_LITERAL("all others"), others, total);
    strbuf_add_string(out, "</tbody></table></div></section>\n");
}
