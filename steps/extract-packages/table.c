/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The packages for people's eyes (report.h). */
#include "json_in.h"
#include "report.h"
#include "text.h"

#define COLUMNS 5
/* A name that is longer pushes its own line only. */
#define MOST_WIDTH 40

static const char *const heads[COLUMNS] = {"NAME", "VERSION", "TYPE", "OWNER", "LOCATION"};
static const char *const keys[COLUMNS] = {"name", "version", "type", "owner", "location"};

/* What does not stand there shows as a dash, so that columns can be cut apart. */
static struct span text_of(const json_t *package, size_t column)
{
    struct span text = json_in_span_or_empty(package, keys[column]);

    return text.len ? text : SPAN_LITERAL("-");
}

static void measure(const json_t *packages, size_t widths[COLUMNS])
{
    json_t *package;
    size_t i;

    for (size_t c = 0; c < COLUMNS; c++)
        widths[c] = span_string(heads[c]).len;
    json_array_foreach (packages, i, package) {
        for (size_t c = 0; c < COLUMNS; c++) {
            size_t len = text_of(package, c).len;

            if (len > widths[c])
                widths[c] = len < MOST_WIDTH ? len : MOST_WIDTH;
        }
    }
}

static void add_cell(struct strbuf *line, struct span text, size_t width)
{
    size_t start = line->len;

    strbuf_add_span(line, text);
    /* Names come from the image: no control character reaches the terminal. */
    text_mask_controls(line->data + start, line->len - start);
    if (width)
        strbuf_addf(line, "%*s", (int)(text.len < width ? width - text.len : 0) + 2, "");
}

static bool write_row(struct output *out, const json_t *package, const size_t widths[COLUMNS],
                      struct error *err)
{
    STRBUF_AUTO(line, 64 * KIB);

    for (size_t c = 0; c < COLUMNS; c++)
        add_cell(&line, package ? text_of(package, c) : span_string(heads[c]),
                 c < COLUMNS - 1 ? widths[c] : 0);
    /* --scope all-layers */
    if (package && json_object_get(package, "removed_by"))
        strbuf_add_string(&line, " (removed)");
    strbuf_add_byte(&line, '\n');
    return output_write(out, strbuf_span(&line), err);
}

static bool write_warning(struct output *out, const json_t *warning, struct error *err)
{
    STRBUF_AUTO(line, 64 * KIB);
    struct span path = json_in_span_or_empty(warning, "path");

    strbuf_addf(&line, "warning: %s: %.*s%s%s", json_in_string_or(warning, "code", ""),
                SPAN_ARG(path), path.len ? ": " : "", json_in_string_or(warning, "message", ""));
    text_mask_controls(line.data, line.len);
    strbuf_add_byte(&line, '\n');
    return output_write(out, strbuf_span(&line), err);
}

bool report_write_table(const struct analysis *analysis, const char *version, struct output *out,
                        struct error *err)
{
    const struct findings *findings = analysis->findings;
    size_t widths[COLUMNS];
    json_t *item;
    size_t i;

    (void)version;
    measure(findings->packages, widths);
    if (!write_row(out, NULL, widths, err))
        return false;
    json_array_foreach (findings->packages, i, item)
        if (!write_row(out, item, widths, err))
            return false;
    json_array_foreach (findings->warnings, i, item)
        if (!write_warning(out, item, err))
            return false;
    return true;
}
