/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary.h"

#include <inttypes.h>
#include <string.h>

#include "base_drift.h"
#include "changes.h"
#include "json_in.h"
#include "page.h"

/* Packages of one kind of change that are shown; the document has all. */
#define SHOWN 25
/* Top folders, the largest first: as many as fit in a line or two. */
#define SHOWN_FOLDERS 6
/* A column is not made wider for one long name. */
#define WIDEST 40

static struct span text_at(const json_t *value, const char *path)
{
    return json_in_span_or_empty(value, path);
}

/* ---- build and images ---- */

static void add_outcome(struct page *page, const json_t *result)
{
    const char *outcome = json_in_string_or(result, "outcome", "unknown");
    struct span name = text_at(result, "build.name");
    struct span uid = text_at(result, "build.uid");

    page_label(page, "build");
    page_paint(page, PAGE_BOLD);
    page_paint(page, strcmp(outcome, "failed") == 0      ? PAGE_RED
                     : strcmp(outcome, "succeeded") == 0 ? PAGE_GREEN
                                                         : "");
    strbuf_add_string(page->out, outcome);
    page_paint(page, PAGE_PLAIN);
    if (name.len || uid.len) {
        strbuf_add_string(page->out, ": ");
        page_text(page, text_at(result, "build.namespace"));
        strbuf_add_string(page->out, text_at(result, "build.namespace").len ? "/" : "");
        page_text(page, name.len ? name : uid);
    }
    strbuf_add_byte(page->out, '\n');
}

static void add_counts(struct page *page, const json_t *image)
{
    json_int_t layers = json_in_int_or(image, "layer_count", 0);
    json_t *counts = json_object_get(image, "package_counts");
    const char *separator = ": ";
    const char *type;
    json_t *count;

    strbuf_addf(page->out, ", %lld layer%s, ", (long long)layers, layers == 1 ? "" : "s");
    page_size(page, json_in_int_or(image, "size", 0));
    json_object_foreach (counts, type, count) {
        strbuf_addf(page->out, "%s%lld ", separator, (long long)json_integer_value(count));
        page_text(page, span_string(type));
        separator = ", ";
    }
}

static void add_image(struct page *page, const char *label, const json_t *image)
{
    struct span os = text_at(image, "operating_system.pretty_name");
    struct span digest = text_at(image, "digest");

    if (!json_is_object(image))
        return;
    page_label(page, label);
    page_paint(page, PAGE_BOLD);
    page_text(page, text_at(image, "reference"));
    page_paint(page, PAGE_PLAIN);
    strbuf_add_byte(page->out, '\n');
    page_label(page, "");
    /* Enough of it to tell images apart: "sha256:" and 12 digits, as docker and podman show. */
    page_text(page, span_head(digest, 7 + 12));
    strbuf_add_byte(page->out, '\n');
    if (!json_is_object(json_object_get(image, "package_counts")))
        return;
    page_label(page, "");
    page_text(page, os.len ? os : text_at(image, "operating_system.id"));
    strbuf_add_string(page->out, ", ");
    page_text(page, text_at(image, "platform.os"));
    strbuf_add_byte(page->out, '/');
    page_text(page, text_at(image, "platform.architecture"));
    add_counts(page, image);
    strbuf_add_byte(page->out, '\n');
}

static void add_relation(struct page *page, const json_t *result)
{
    const json_t *prefix = json_object_get(result, "base_is_prefix");
    json_int_t base = json_in_int_or(result, "base.layer_count", 0);
    json_int_t output = json_in_int_or(result, "output.layer_count", 0);

    if (!json_is_boolean(prefix))
        return;
    page_label(page, "");
    if (json_is_true(prefix))
        strbuf_addf(page->out, "built on the base: its %lld layer%s, then %lld more\n",
                    (long long)base, base == 1 ? "" : "s", (long long)(output - base));
    else {
        base_drift_append(page->out, result);
        strbuf_add_byte(page->out, '\n');
    }
}

/* ---- packages ---- */

struct columns {
    size_t type;
    size_t name;
};

static size_t wider(size_t width, struct span text)
{
    size_t wanted = page_width(text);

    wanted = wanted > WIDEST ? WIDEST : wanted;
    return wanted > width ? wanted : width;
}

static void measure(struct columns *columns, json_t *lists)
{
    const char *type;
    json_t *list;

    json_object_foreach (lists, type, list) {
        json_t *package;
        size_t i;

        if (json_array_size(list))
            columns->type = wider(columns->type, span_string(type));
        json_array_foreach (list, i, package)
            columns->name = wider(columns->name, text_at(package, "name"));
    }
}

static void add_versions(struct page *page, const json_t *package)
{
    struct span from = text_at(package, "from");
    struct span location = text_at(package, "location");

    if (!from.len) {
        page_text(page, text_at(package, "version"));
        return;
    }
    page_text(page, from);
    strbuf_add_string(page->out, " -> ");
    page_text(page, text_at(package, "to"));
    if (span_equal(from, text_at(package, "to")) && location.len) {
        strbuf_add_string(page->out, " (now in ");
        page_text(page, location);
        strbuf_add_byte(page->out, ')');
    } else if (span_equal_string(text_at(package, "change"), "downgraded")) {
        strbuf_add_string(page->out, " (downgraded)");
    }
}

/* Also behind one that is too long for its column there are two blanks. */
static void add_name(struct page *page, struct span name, size_t column)
{
    size_t width = page_width(name);

    page_cell(page, name, (width > column ? width : column) + 2);
}

static void add_packages(struct page *page, const char *label, const char *colour, json_t *lists,
                         const struct columns *columns)
{
    size_t shown = 0;
    const char *type;
    json_t *list;

    json_object_foreach (lists, type, list) {
        json_t *package;
        size_t i;

        json_array_foreach (list, i, package) {
            if (shown == SHOWN)
                break;
            page_paint(page, colour);
            page_label(page, shown ? "" : label);
            page_paint(page, PAGE_PLAIN);
            page_cell(page, i ? span_of(NULL, 0) : span_string(type), columns->type + 2);
            add_name(page, text_at(package, "name"), columns->name);
            add_versions(page, package);
            strbuf_add_byte(page->out, '\n');
            shown++;
        }
    }
    if (changes_count(lists) > shown) {
        page_label(page, "");
        strbuf_addf(page->out, "and %zu more, in the document\n", changes_count(lists) - shown);
    }
}

static void add_changes(struct page *page, const json_t *result)
{
    static const char *const names[] = {"added", "removed", "changed"};
    static const char *const colours[] = {PAGE_GREEN, PAGE_RED, PAGE_YELLOW};
    struct columns columns = {0, 0};
    json_t *lists[3];

    for (size_t i = 0; i < 3; i++) {
        lists[i] = json_object_get(result, names[i]);
        if (!json_is_object(lists[i]))
            return;
        measure(&columns, lists[i]);
    }
    page_label(page, "packages");
    strbuf_addf(page->out, "%zu added, %zu removed, %zu changed\n", changes_count(lists[0]),
                changes_count(lists[1]), changes_count(lists[2]));
    for (size_t i = 0; i < 3; i++)
        add_packages(page, names[i], colours[i], lists[i], &columns);
}

/* ---- files ---- */

static void add_files(struct page *page, const json_t *files)
{
    int64_t count = json_in_int_or(files, "files", 0);
    const json_t *folder;
    size_t i;

    if (!count)
        return;
    page_label(page, "files");
    strbuf_addf(page->out, "%" PRId64 " added, ", count);
    page_size(page, json_in_int_or(files, "bytes", 0));
    json_array_foreach (json_object_get(files, "folders"), i, folder) {
        if (i == SHOWN_FOLDERS) {
            strbuf_add_string(page->out, ", ...");
            break;
        }
        strbuf_add_string(page->out, i ? ", " : ": ");
        page_text(page, text_at(folder, "path"));
        strbuf_add_byte(page->out, ' ');
        page_size(page, json_in_int_or(folder, "bytes", 0));
    }
    strbuf_add_byte(page->out, '\n');
}

/* ---- the log against the image ---- */

static void add_reason(struct page *page, struct span reason)
{
    if (!reason.len)
        return;
    strbuf_add_string(page->out, " (");
    page_text(page, reason);
    strbuf_add_byte(page->out, ')');
}

static void add_mismatch(struct page *page, const json_t *packages, const char *what)
{
    const json_t *package;
    size_t i;

    if (!json_array_size(packages))
        return;
    page_label(page, "note");
    strbuf_addf(page->out, "%zu %s: ", json_array_size(packages), what);
    json_array_foreach (packages, i, package) {
        if (i == SHOWN) {
            strbuf_add_string(page->out, " ...");
            break;
        }
        strbuf_add_string(page->out, i ? ", " : "");
        page_text(page, text_at(package, "name"));
        strbuf_add_byte(page->out, ' ');
        page_text(page, text_at(package, "version"));
        add_reason(page, text_at(package, "reason"));
    }
    strbuf_add_byte(page->out, '\n');
}

static void add_warnings(struct page *page, const json_t *warnings)
{
    const json_t *warning;
    size_t i;

    json_array_foreach (warnings, i, warning) {
        page_label(page, "warning");
        page_text(page, text_at(warning, "input"));
        strbuf_add_string(page->out, ": ");
        page_text(page, text_at(warning, "path"));
        strbuf_add_string(page->out, text_at(warning, "path").len ? ": " : "");
        page_text(page, text_at(warning, "message"));
        strbuf_add_byte(page->out, '\n');
    }
}

/* ---- the failure ---- */

static void add_excerpt(struct page *page, const json_t *failure)
{
    json_int_t root = json_in_int_or(failure, "line", 0);
    const json_t *line;
    size_t i;

    strbuf_add_byte(page->out, '\n');
    json_array_foreach (json_object_get(failure, "excerpt"), i, line) {
        json_int_t number = json_in_int_or(line, "line", 0);

        if (number == root)
            page_paint(page, PAGE_BOLD PAGE_RED);
        strbuf_addf(page->out, "%c %6lld | ", number == root ? '>' : ' ', (long long)number);
        if (number == root) {
            page_text(page, text_at(line, "text"));
            page_paint(page, PAGE_PLAIN);
            strbuf_add_byte(page->out, '\n');
        } else {
            page_line(page, text_at(line, "text"));
        }
    }
    strbuf_add_byte(page->out, '\n');
}

static void add_failure(struct page *page, const json_t *failure)
{
    struct span step = text_at(failure, "step");
    struct span advice = text_at(failure, "advice");

    if (!json_is_object(failure))
        return;
    if (step.len) {
        page_label(page, "step");
        page_text(page, step);
        strbuf_add_byte(page->out, '\n');
    }
    page_label(page, "cause");
    page_paint(page, PAGE_BOLD);
    page_text(page, text_at(failure, "title"));
    page_paint(page, PAGE_PLAIN);
    strbuf_add_byte(page->out, '\n');
    page_label(page, "");
    page_text(page, text_at(failure, "id"));
    strbuf_addf(page->out, ", line %lld of the log, confidence %.2f\n",
                (long long)json_in_int_or(failure, "line", 0),
                json_number_value(json_object_get(failure, "confidence")));
    add_excerpt(page, failure);
    if (advice.len) {
        page_label(page, "advice");
        page_paragraph(page, advice);
    }
}

void summary_append(struct strbuf *out, const json_t *result, bool colour)
{
    struct page page = {.out = out, .colour = colour};

    add_outcome(&page, result);
    add_image(&page, "base", json_object_get(result, "base"));
    add_image(&page, "output", json_object_get(result, "output"));
    add_relation(&page, result);
    add_changes(&page, result);
    add_files(&page, json_object_get(result, "files_added"));
    add_mismatch(&page, json_object_get(result, "installed_by_log_not_in_image"),
                 "installed by the log but not in the image");
    add_mismatch(&page, json_object_get(result, "in_image_not_in_log"),
                 "brought in without a word in the log");
    add_warnings(&page, json_object_get(result, "warnings"));
    add_failure(&page, json_object_get(result, "failure"));
}
