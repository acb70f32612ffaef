/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "json_in.h"
#include "redact.h"

/* ---- skopeo-inspect: facts of manifest and config, in skopeo's words ---- */

/* Graph sync fails on IMAGE_NAME or IMAGE_TAG without '=', and reads Thoth's own as settings. */
static bool env_may_stay(struct span entry)
{
    return !span_starts_with(entry, "THOTH_") && !span_starts_with(entry, "THAMOS_") &&
           !span_equal_string(entry, "IMAGE_NAME") && !span_equal_string(entry, "IMAGE_TAG");
}

static void write_env(struct json_out *w, const json_t *env)
{
    json_t *entry;
    size_t i;

    json_out_key(w, "Env");
    json_out_array(w);
    json_array_foreach (env, i, entry) {
        struct span assignment = json_in_span(entry);
        STRBUF_AUTO(masked, LIMIT_IMAGE_CONFIG);

        if (!json_is_string(entry) || !env_may_stay(assignment))
            continue;
        redact_append_assignment(&masked, assignment);
        json_out_string(w, strbuf_span(&masked));
    }
    json_out_end(w);
}

static void warn_of_env(const json_t *env, struct findings *findings)
{
    json_t *entry;
    size_t i;

    json_array_foreach (env, i, entry) {
        struct span assignment = json_in_span(entry);
        struct span name = span_head(assignment, span_find_byte(assignment, '='));

        if (json_is_string(entry) && !env_may_stay(assignment))
            findings_warn(findings, "env-left-out", span_of(NULL, 0),
                          "the variable '%s' of the image's environment is left out",
                          quote_bytes(name.data, name.len).text);
    }
}

static void write_labels(struct json_out *w, const json_t *labels)
{
    const char *key;
    json_t *value;

    json_out_key(w, "Labels");
    if (!json_is_object(labels)) {
        json_out_null(w);
        return;
    }
    json_out_object(w);
    /* jansson's iteration macro wants a mutable tree; nothing is changed. */
    json_object_foreach ((json_t *)(uintptr_t)labels, key, value) {
        STRBUF_AUTO(masked, LIMIT_IMAGE_CONFIG);

        if (redact_name_is_secret(span_string(key)))
            strbuf_add_string(&masked, REDACTED);
        else if (json_is_string(value))
            redact_append(&masked, json_in_span(value));
        json_out_member(w, key, strbuf_span(&masked));
    }
    json_out_end(w);
}

/* "name" of "name@sha256:...", as skopeo prints it. */
static struct span name_of(const struct image *image)
{
    struct span resolved = span_string(image->resolved);

    return span_head(resolved, span_find_byte(resolved, '@'));
}

static void write_skopeo_inspect(struct json_out *w, const struct image *image)
{
    const json_t *config = image->config_json;

    json_out_key(w, "skopeo-inspect");
    json_out_object(w);
    json_out_member(w, "Name", name_of(image));
    json_out_member_cstring(w, "Digest", DIGEST_TEXT(&image->manifest.digest));
    json_out_key(w, "RepoTags");
    json_out_array(w);
    json_out_end(w);
    json_out_member(w, "Created", json_in_span_or_empty(config, "created"));
    json_out_member(w, "DockerVersion", json_in_span_or_empty(config, "docker_version"));
    json_out_member(w, "Architecture", json_in_span_or_empty(config, "architecture"));
    json_out_member(w, "Os", json_in_span_or_empty(config, "os"));
    write_labels(w, json_in_find(config, "config.Labels"));
    write_env(w, json_in_find(config, "config.Env"));
    json_out_key(w, "Layers");
    json_out_array(w);
    for (size_t i = 0; i < image->layer_count; i++)
        json_out_cstring(w, DIGEST_TEXT(&image->layers[i].blob.digest));
    json_out_end(w);
    json_out_end(w);
}

/* ---- history: how the layers came to be, as the config tells it ---- */

/* Build arguments stand in it with their values, and commands as they were typed. */
static void write_masked(struct json_out *w, const char *key, const json_t *entry)
{
    STRBUF_AUTO(masked, LIMIT_IMAGE_CONFIG);

    redact_append(&masked, json_in_span_or_empty(entry, key));
    if (masked.len)
        json_out_member(w, key, strbuf_span(&masked));
    else
        json_out_member_null(w, key);
}

static void write_history(struct json_out *w, const json_t *history)
{
    const json_t *entry;
    size_t i;

    json_out_key(w, "history");
    json_out_array(w);
    json_array_foreach (history, i, entry) {
        json_out_object(w);
        write_masked(w, "created", entry);
        write_masked(w, "created_by", entry);
        write_masked(w, "comment", entry);
        json_out_member_bool(w, "empty_layer", json_in_bool_or(entry, "empty_layer", false));
        json_out_end(w);
    }
    json_out_end(w);
}

/* ---- the legacy keys ---- */

static void write_entry(struct json_out *w, const json_t *list, size_t i)
{
    CLEANUP(cleanup_json) json_t *entry = NULL;

    if (!w->pretty) {
        json_out_text(w, json_in_span(json_array_get(list, i)));
        return;
    }
    entry = findings_list_entry(list, i);
    json_out_value(w, entry);
}

static void write_list(struct json_out *w, const char *key, const json_t *list)
{
    json_out_key(w, key);
    json_out_array(w);
    for (size_t i = 0; i < json_array_size(list); i++)
        write_entry(w, list, i);
    json_out_end(w);
}

static void write_python_files(struct json_out *w, const struct findings *findings)
{
    json_out_key(w, "python-files");
    json_out_array(w);
    for (size_t i = 0; i < findings->python_file_count; i++) {
        const struct python_file *file = &findings->python_files[i];

        json_out_object(w);
        json_out_member_cstring(w, "filepath", file->path);
        json_out_member_cstring(w, "sha256", DIGEST_HEX_TEXT(&file->digest));
        json_out_end(w);
    }
    json_out_end(w);
}

/* Graph sync refuses an empty list: an image without layers shows its config there. */
static void write_layers(struct json_out *w, const struct image *image)
{
    json_out_key(w, "layers");
    json_out_array(w);
    for (size_t i = 0; i < image->layer_count; i++)
        json_out_cstring(w, DIGEST_HEX_TEXT(&image->layers[i].blob.digest));
    if (!image->layer_count)
        json_out_cstring(w, DIGEST_HEX_TEXT(&image->config.digest));
    json_out_end(w);
}

static int64_t bytes_pulled(const struct image *image)
{
    uint64_t sum = image->manifest.size + image->config.size;

    for (size_t i = 0; i < image->layer_count; i++)
        sum += image->layers[i].blob.size;
    return sum <= INT64_MAX ? (int64_t)sum : INT64_MAX;
}

static void write_aicoe_ci(struct json_out *w, const json_t *aicoe_ci)
{
    static const char *const keys[] = {"requirements", "requirements_lock"};

    json_out_key(w, "aicoe-ci");
    json_out_object(w);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const json_t *value = json_object_get(aicoe_ci, keys[i]);

        json_out_key(w, keys[i]);
        if (value)
            json_out_value(w, value);
        else
            json_out_null(w);
    }
    json_out_end(w);
}

static void write_cuda_version(struct json_out *w, const json_t *cuda)
{
    static const char *const keys[] = {"nvcc_version", "/usr/local/cuda/version.txt"};

    json_out_key(w, "cuda-version");
    json_out_object(w);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        json_out_member_cstring(w, keys[i], json_string_value(json_object_get(cuda, keys[i])));
    json_out_end(w);
}

/* ---- ours ---- */

static bool is_layer(struct span key)
{
    return span_equal_string(key, "layer") || span_equal_string(key, "removed_by");
}

/* Findings know layers by number; the document by digest. */
static void write_row(struct json_out *w, const json_t *row, const struct image *image)
{
    const char *key;
    json_t *value;

    json_out_object(w);
    json_object_foreach ((json_t *)(uintptr_t)row, key, value) {
        size_t layer = (size_t)json_integer_value(value);

        json_out_key(w, key);
        if (is_layer(span_string(key)) && layer < image->layer_count)
            json_out_cstring(w, DIGEST_TEXT(&image->layers[layer].blob.digest));
        else
            json_out_value(w, value);
    }
    json_out_end(w);
}

static void write_rows(struct json_out *w, const char *key, const json_t *rows,
                       const struct image *image)
{
    json_t *row;
    size_t i;

    json_out_key(w, key);
    json_out_array(w);
    json_array_foreach (rows, i, row)
        write_row(w, row, image);
    json_out_end(w);
}

void report_add_warnings(const struct image *image, struct findings *findings)
{
    if (!image->layer_count)
        findings_warn(findings, "no-layers", span_of(NULL, 0),
                      "the image has no layers; 'layers' holds its config's digest");
    warn_of_env(json_in_find(image->config_json, "config.Env"), findings);
}

void report_write(struct json_out *w, const struct image *image, const struct findings *findings)
{
    json_out_member_value(w, "operating-system", findings->operating_system);
    write_layers(w, image);
    json_out_member_int(w, "image_size", bytes_pulled(image));
    json_out_member_value(w, "rpm", findings->rpm);
    write_list(w, "rpm-dependencies", findings->rpm_dependencies);
    write_list(w, "deb", findings->deb);
    write_list(w, "deb-dependencies", findings->deb_dependencies);
    json_out_member_value(w, "python-packages", findings->python_packages);
    json_out_member_value(w, "python-interpreters", findings->python_interpreters);
    json_out_member_value(w, "system-symbols", findings->system_symbols);
    write_cuda_version(w, findings->cuda_version);
    write_aicoe_ci(w, findings->aicoe_ci);
    write_skopeo_inspect(w, image);
    write_python_files(w, findings);
    write_rows(w, "packages", findings->packages, image);
    write_rows(w, "layer_files", findings->layer_files, image);
    json_out_key(w, "image");
    json_out_object(w);
    image_write_facts(w, image);
    json_out_end(w);
    write_history(w, json_in_find(image->config_json, "history"));
    json_out_member_value(w, "warnings", findings->warnings);
}
