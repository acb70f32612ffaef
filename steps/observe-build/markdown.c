/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markdown.h"

#include <inttypes.h>
#include <string.h>

#include "changes.h"
#include "json_in.h"
#include "page.h"
#include "text.h"

/* A comment has room for 65,536 characters; the document has all. */
#define MOST_ROWS 200

/* Every ASCII character that can be escaped is (CommonMark, 2.4), so that nothing is markup. */
static void add_text(struct strbuf *out, struct span text)
{
    STRBUF_AUTO(clean, LIMIT_DOCUMENT);

    text_append_utf8(&clean, text);
    text_mask_controls(clean.data, clean.len);
    for (size_t i = 0; i < clean.len; i++) {
        if (strchr("!\"#$%&'()*+,/:;<=>?@[\\]^_`{|}~", clean.data[i]))
            strbuf_add_byte(out, '\\');
        strbuf_add_byte(out, clean.data[i]);
    }
}

static void add_member(struct strbuf *out, const json_t *from, const char *path)
{
    add_text(out, json_in_span_or_empty(from, path));
}

/* ---- the build ---- */

static void add_build(struct strbuf *out, const json_t *result)
{
    struct span name = json_in_span_or_empty(result, "build.name");

    strbuf_addf(out, "## Build %s", json_in_string_or(result, "outcome", "unknown"));
    if (name.len) {
        strbuf_add_string(out, ": ");
        add_text(out, name);
    }
    strbuf_add_string(out, "\n\n");
}

static void add_image(struct strbuf *out, const char *label, const json_t *image)
{
    struct page page = {.out = out};

    if (!json_is_object(image))
        return;
    strbuf_addf(out, "* %s: **", label);
    add_member(out, image, "reference");
    strbuf_add_string(out, "**");
    if (json_is_integer(json_object_get(image, "size"))) {
        strbuf_add_string(out, ", ");
        page_size(&page, json_in_int_or(image, "size", 0));
        strbuf_addf(out, " in %" PRId64 " layers", json_in_int_or(image, "layer_count", 0));
    }
    strbuf_add_byte(out, '\n');
}

/* ---- the cause ---- */

/* Four blanks in front make it code whatever it holds. */
static void add_excerpt(struct strbuf *out, const json_t *failure)
{
    int64_t root = json_in_int_or(failure, "line", 0);
    struct page page = {.out = out};
    const json_t *line;
    size_t i;

    json_array_foreach (json_object_get(failure, "excerpt"), i, line) {
        int64_t number = json_in_int_or(line, "line", 0);

        strbuf_addf(out, "    %c %6" PRId64 " | ", number == root ? '>' : ' ', number);
        page_text(&page, json_in_span_or_empty(line, "text"));
        strbuf_add_byte(out, '\n');
    }
    strbuf_add_byte(out, '\n');
}

static void add_failure(struct strbuf *out, const json_t *failure)
{
    if (!json_is_object(failure))
        return;
    strbuf_add_string(out, "\n### Cause: ");
    add_member(out, failure, "title");
    strbuf_addf(out, "\n\nLine %" PRId64 " of the log, step ", json_in_int_or(failure, "line", 0));
    add_member(out, failure, "step");
    strbuf_add_string(out, "\n\n");
    add_excerpt(out, failure);
    add_member(out, failure, "advice");
    strbuf_add_string(out, "\n");
}

/* ---- packages ---- */

static void add_row(struct strbuf *out, const char *word, const char *type, const json_t *package)
{
    struct span from = json_in_span_or_empty(package, "from");

    strbuf_addf(out, "| %s | ", json_in_string_or(package, "change", word));
    add_text(out, span_string(type));
    strbuf_add_string(out, " | ");
    add_member(out, package, "name");
    strbuf_add_string(out, " | ");
    if (from.len) {
        add_text(out, from);
        strbuf_add_string(out, " \xe2\x86\x92 ");
    }
    add_member(out, package, from.len ? "to" : "version");
    strbuf_add_string(out, " |\n");
}

static void add_packages(struct strbuf *out, const json_t *result)
{
    static const char *const names[] = {"added", "removed", "changed"};
    size_t rows = 0;
    size_t total = 0;

    if (!json_is_object(json_object_get(result, "added")))
        return;
    for (size_t i = 0; i < 3; i++)
        total += changes_count(json_object_get(result, names[i]));
    strbuf_addf(out, "\n### Packages: %zu added, %zu removed, %zu changed\n\n",
                changes_count(json_object_get(result, names[0])),
                changes_count(json_object_get(result, names[1])),
                changes_count(json_object_get(result, names[2])));
    strbuf_add_string(out,
                      total ? "| change | type | package | version |\n|---|---|---|---|\n" : "");
    for (size_t i = 0; i < 3; i++) {
        const char *type;
        json_t *list;

        json_object_foreach (json_object_get(result, names[i]), type, list) {
            const json_t *package;
            size_t k;

            json_array_foreach (list, k, package)
                if (rows++ < MOST_ROWS)
                    add_row(out, names[i], type, package);
        }
    }
    if (total > MOST_ROWS)
        strbuf_addf(out, "\nand %zu more, in the document\n", total - MOST_ROWS);
}

/* ---- files ---- */

static void add_sizes(struct strbuf *out, const json_t *row)
{
    struct page page = {.out = out};

    strbuf_addf(out, " | %" PRId64 " | ", json_in_int_or(row, "files", 0));
    page_size(&page, json_in_int_or(row, "bytes", 0));
    strbuf_add_string(out, " |\n");
}

static void add_files(struct strbuf *out, const json_t *files)
{
    const json_t *others = json_object_get(files, "others");
    struct page page = {.out = out};
    const json_t *folder;
    size_t i;

    if (!json_in_int_or(files, "files", 0))
        return;
    strbuf_addf(out, "\n### Files: %" PRId64 " added, ", json_in_int_or(files, "files", 0));
    page_size(&page, json_in_int_or(files, "bytes", 0));
    strbuf_add_string(out, "\n\n| folder | files | size |\n|---|---:|---:|\n");
    json_array_foreach (json_object_get(files, "folders"), i, folder) {
        strbuf_add_string(out, "| ");
        add_member(out, folder, "path");
        add_sizes(out, folder);
    }
    if (json_in_int_or(others, "files", 0)) {
        strbuf_add_string(out, "| all others");
        add_sizes(out, others);
    }
}

void markdown_append(struct strbuf *out, const json_t *result)
{
    add_build(out, result);
    add_image(out, "Base", json_object_get(result, "base"));
    add_image(out, "Output", json_object_get(result, "output"));
    add_failure(out, json_object_get(result, "failure"));
    add_packages(out, result);
    add_files(out, json_object_get(result, "files_added"));
}
