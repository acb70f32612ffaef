/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html.h"

#include <inttypes.h>

#include "base64.h"
#include "base_drift.h"
#include "digest.h"
#include "html_assets.h"
#include "html_parts.h"
#include "json_in.h"

/* ---- head ---- */

static void add_hash(struct strbuf *out, const char *text)
{
    struct digest digest = digest_of(span_string(text));

    strbuf_add_string(out, "'sha256-");
    base64_encode(span_of((const char *)digest.bytes, DIGEST_SIZE), out);
    strbuf_add_byte(out, '\'');
}

static struct span title_of(const json_t *result)
{
    static const char *const paths[] = {"build.name", "output.reference", "build.uid",
                                        "base.reference"};
    struct span title = span_of(NULL, 0);

    for (size_t i = 0; i < sizeof paths / sizeof *paths && !title.len; i++)
        title = json_in_span_or_empty(result, paths[i]);
    return title.len ? title : SPAN_LITERAL("a build");
}

static void add_head(struct strbuf *out, const json_t *result)
{
    strbuf_add_string(out,
                      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "base-uri 'none'; form-action 'none'; style-src ");
    add_hash(out, report_css);
    strbuf_add_string(out, "; script-src ");
    add_hash(out, report_js);
    strbuf_add_string(
        out, "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    html_text(out, title_of(result));
    strbuf_addf(out, ": %s</title>\n<style>%s</style></head>\n<body>\n",
                json_in_string_or(result, "outcome", "unknown"), report_css);
}

/* ---- the build ---- */

static void add_pair(struct strbuf *out, const char *term, const json_t *from, const char *path)
{
    struct span text = json_in_span_or_empty(from, path);

    if (!text.len)
        return;
    strbuf_addf(out, "<div><dt>%s</dt><dd>", term);
    html_text(out, text);
    strbuf_add_string(out, "</dd></div>");
}

static void add_build(struct strbuf *out, const json_t *result)
{
    const char *outcome = json_in_string_or(result, "outcome", "unknown");
    const json_t *build = json_object_get(result, "build");

    strbuf_addf(out, "<header><span class=\"badge %s\">%s</span><h1>", outcome, outcome);
    html_text(out, title_of(result));
    strbuf_add_string(out, "</h1>\n<dl class=\"soft\">");
    add_pair(out, "Namespace", build, "namespace");
    add_pair(out, "Cluster", build, "cluster");
    add_pair(out, "Sources", build, "origin");
    add_pair(out, "Started", build, "started");
    add_pair(out, "Finished", build, "finished");
    if (json_is_integer(json_object_get(build, "seconds"))) {
        strbuf_add_string(out, "<div><dt>Took</dt><dd>");
        html_seconds(out, (double)json_in_int_or(build, "seconds", 0));
        strbuf_add_string(out, "</dd></div>");
    }
    strbuf_add_string(out, "</dl></header>\n");
}

/* ---- the cause ---- */

static void add_excerpt(struct strbuf *out, const json_t *failure)
{
    int64_t root = json_in_int_or(failure, "line", 0);
    const json_t *line;
    size_t i;

    strbuf_add_string(out, "<pre class=\"excerpt\">");
    json_array_foreach (json_object_get(failure, "excerpt"), i, line) {
        int64_t number = json_in_int_or(line, "line", 0);

        strbuf_addf(out, "<span%s><b>%" PRId64 "</b>", number == root ? " class=\"root\"" : "",
                    number);
        html_text(out, json_in_span_or_empty(line, "text"));
        strbuf_add_string(out, "</span>");
    }
    strbuf_add_string(out, "</pre>\n");
}

static void add_failure(struct strbuf *out, const json_t *failure)
{
    struct span advice = json_in_span_or_empty(failure, "advice");

    if (!json_is_object(failure))
        return;
    strbuf_add_string(out, "<section class=\"cause\" id=\"cause\"><h2>");
    html_member(out, failure, "title");
    strbuf_add_string(out, "</h2>\n<p class=\"soft\">");
    html_member(out, failure, "step");
    strbuf_addf(out, " \xc2\xb7 line %" PRId64 " of the log \xc2\xb7 <code>",
                json_in_int_or(failure, "line", 0));
    html_member(out, failure, "id");
    strbuf_addf(out, "</code> \xc2\xb7 confidence %.2f</p>\n",
                json_number_value(json_object_get(failure, "confidence")));
    add_excerpt(out, failure);
    if (advice.len) {
        strbuf_add_string(out, "<p class=\"advice\">");
        html_text(out, advice);
        strbuf_add_string(out, "</p>\n");
    }
    strbuf_add_string(out, "</section>\n");
}

/* ---- the images ---- */

static void add_counts(struct strbuf *out, const json_t *counts)
{
    const char *separator = "";
    const char *type;
    json_t *count;

    if (!json_object_size(counts))
        return;
    strbuf_add_string(out, "<dt>Packages</dt><dd>");
    json_object_foreach ((json_t *)(uintptr_t)counts, type, count) {
        strbuf_addf(out, "%s%" JSON_INTEGER_FORMAT " ", separator, json_integer_value(count));
        html_text(out, span_string(type));
        separator = ", ";
    }
    strbuf_add_string(out, "</dd>");
}

static void add_image(struct strbuf *out, const char *title, const json_t *image)
{
    struct span digest = json_in_span_or_empty(image, "digest");

    if (!json_is_object(image))
        return;
    strbuf_addf(out, "<section><h2>%s</h2><p class=\"name\">", title);
    html_member(out, image, "reference");
    strbuf_add_string(out, "</p><dl>");
    add_pair(out, "System", image, "operating_system.pretty_name");
    if (json_is_integer(json_object_get(image, "size"))) {
        strbuf_add_string(out, "<dt>Size</dt><dd>");
        html_size(out, json_in_int_or(image, "size", 0));
        strbuf_addf(out, " in %" PRId64 " layers</dd>", json_in_int_or(image, "layer_count", 0));
    }
    add_counts(out, json_object_get(image, "package_counts"));
    add_pair(out, "Created", image, "created");
    strbuf_add_string(out, "<dt>Digest</dt><dd class=\"mono\">");
    html_text(out, digest);
    strbuf_add_string(out, "</dd></dl></section>\n");
}

static void add_images(struct strbuf *out, const json_t *result)
{
    STRBUF_AUTO(relation, LIMIT_ERROR_MESSAGE);

    strbuf_add_string(out, "<div class=\"images\">");
    add_image(out, "Base", json_object_get(result, "base"));
    add_image(out, "Output", json_object_get(result, "output"));
    strbuf_add_string(out, "</div>\n");
    base_drift_append(&relation, result);
    if (relation.len)
        strbuf_addf(out, "<p class=\"note\">The output is %s.</p>\n", relation.data);
}

/* ---- what it was made of ---- */

static void add_footer(struct strbuf *out, const json_t *result)
{
    const json_t *item;
    size_t i;

    json_array_foreach (json_object_get(result, "warnings"), i, item) {
        strbuf_add_string(out, "<p class=\"note\">");
        html_member(out, item, "input");
        strbuf_add_string(out, ": ");
        html_member(out, item, "message");
        strbuf_add_string(out, "</p>\n");
    }
    strbuf_add_string(out, "<footer><p>Made from ");
    json_array_foreach (json_object_get(result, "documents"), i, item) {
        strbuf_add_string(out, i ? ", <code>" : "<code>");
        html_member(out, item, "id");
        strbuf_add_string(out, "</code>");
    }
    strbuf_add_string(out, " by observe-build " BUILD_ANALYSIS_VERSION "</p></footer>\n");
}

void html_append(struct strbuf *out, const json_t *result)
{
    add_head(out, result);
    add_build(out, result);
    add_failure(out, json_object_get(result, "failure"));
    add_images(out, result);
    html_layers(out, result);
    html_files(out, result);
    html_packages(out, result);
    html_steps(out, result);
    add_footer(out, result);
    strbuf_addf(out, "<script>%s</script>\n</body></html>\n", report_js);
}
