/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include "html_parts.h"
#include "json_in.h"

#define MOST_STEPS 500
#define LONGEST_COMMAND 240

static double seconds_of(const json_t *step)
{
    return json_number_value(json_object_get(step, "seconds"));
}

static double total_seconds(const json_t *steps)
{
    double total = 0;
    const json_t *step;
    size_t i;

    json_array_foreach (steps, i, step)
        total += seconds_of(step) > 0 ? seconds_of(step) : 0;
    return total;
}

/* Where in the sum of all steps this one lies; builders that work in parallel overlap in truth. */
static void add_time(struct strbuf *out, const json_t *step, double before, double total)
{
    double seconds = seconds_of(step);

    if (total <= 0)
        return;
    strbuf_add_string(out, "<td class=\"num\">");
    if (json_is_number(json_object_get(step, "seconds")))
        html_seconds(out, seconds);
    strbuf_add_string(out, "</td><td class=\"wide\">");
    html_share(out, 100 * before / total, seconds > 0 ? 100 * seconds / total : 0);
    strbuf_add_string(out, "</td>");
}

static void add_step(struct strbuf *out, const json_t *step, double before, double total)
{
    struct span status = json_in_span_or_empty(step, "status");
    struct span command = json_in_span_or_empty(step, "command");

    strbuf_add_string(out, "<tr><td class=\"tight\"><svg class=\"dot ");
    html_text(out, status);
    strbuf_add_string(
        out,
        "\" viewBox=\"0 0 2 2\" aria-hidden=\"true\"><circle cx=\"1\" cy=\"1\" r=\"1\"/></svg>");
    html_text(out, status);
    strbuf_add_string(out, json_in_bool_or(step, "cached", false) ? ", cached</td>" : "</td>");
    html_cell(out, "tight", json_in_span_or_empty(step, "name"));
    strbuf_add_string(out, "<td class=\"command mono\">");
    html_text(out, span_head(command, LONGEST_COMMAND));
    strbuf_add_string(out, command.len > LONGEST_COMMAND ? " \xe2\x80\xa6</td>" : "</td>");
    add_time(out, step, before, total);
    strbuf_addf(out, "<td class=\"num wide\">%" PRId64 "\xe2\x80\x93%" PRId64 "</td></tr>\n",
                json_in_int_or(step, "first_line", 0), json_in_int_or(step, "last_line", 0));
}

void html_steps(struct strbuf *out, const json_t *result)
{
    const json_t *steps = json_object_get(result, "steps");
    double total = total_seconds(steps);
    double before = 0;
    const json_t *step;
    size_t i;

    if (!json_array_size(steps))
        return;
    strbuf_addf(out, "<section id=\"steps\"><h2>Steps<small>%zu", json_array_size(steps));
    if (total > 0) {
        strbuf_add_string(out, ", ");
        html_seconds(out, total);
        strbuf_add_string(out, " in all");
    }
    strbuf_add_string(out, "</small></h2>\n<div class=\"scroll\"><table><thead><tr><th>Status</th>"
                           "<th>Step</th><th>Command</th>");
    if (total > 0)
        strbuf_add_string(out, "<th class=\"num\">Time</th><th class=\"wide\"></th>");
    strbuf_add_string(out, "<th class=\"num wide\">Lines</th></tr></thead><tbody>\n");
    json_array_foreach (steps, i, step) {
        if (i == MOST_STEPS)
            break;
        add_step(out, step, before, total);
        before += seconds_of(step) > 0 ? seconds_of(step) : 0;
    }
    strbuf_add_string(out, "</tbody></table></div></section>\n");
}
