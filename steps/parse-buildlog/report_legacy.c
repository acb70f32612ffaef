/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_legacy.h"

#include <string.h>

#include "json_in.h"
#include "masked.h"
#include "redact.h"

/* ---- installation ---- */

/* thoth-buildlog-parser knows pip alone. */
static bool is_by_pip(const struct package *package)
{
    return strcmp(package->manager, "pip") == 0;
}

/* Its entries are attempts to install; what was there already, or went, is none. */
static bool is_attempt(const struct package *package)
{
    return is_by_pip(package) && package->action != PACKAGE_REMOVED &&
           package->action != PACKAGE_SATISFIED;
}

static void write_wheel(struct json_out *w, struct span artifact)
{
    json_out_key(w, "is_wheel");
    if (artifact.len)
        json_out_bool(w,
                      span_ends_with(span_head(artifact, span_find_byte(artifact, '#')), ".whl"));
    else
        json_out_null(w);
}

static void write_attempt(struct json_out *w, const struct package *package)
{
    json_out_object(w);
    masked_member(w, "artifact", package->artifact);
    masked_member(w, "artifact_size", package->size);
    masked_member(w, "installation_log", package->log);
    json_out_key(w, "is_successful");
    if (package->action == PACKAGE_INSTALLED || package->action == PACKAGE_FAILED)
        json_out_bool(w, package->action == PACKAGE_INSTALLED);
    else
        json_out_null(w);
    write_wheel(w, package->artifact);
    masked_member(w, "package_name", package->name);
    masked_member(w, "package_version", package->version);
    json_out_end(w);
}

static void write_installation(struct json_out *w, const struct packages *packages)
{
    json_out_key(w, "installation");
    json_out_array(w);
    for (size_t i = 0; i < packages->count; i++) {
        if (is_attempt(&packages->items[i]))
            write_attempt(w, &packages->items[i]);
    }
    json_out_end(w);
}

/* Each name once. */
static size_t write_names(struct json_out *w, const char *key, const struct packages *packages,
                          enum package_fate fate)
{
    size_t count = 0;

    json_out_key(w, key);
    json_out_array(w);
    for (size_t i = 0; i < packages->count; i++) {
        if (packages->items[i].fate == fate && is_by_pip(&packages->items[i])) {
            masked_string(w, packages->items[i].name);
            count++;
        }
    }
    json_out_end(w);
    return count;
}

/* ---- blocks ---- */

static void masked_tree(struct json_out *w, json_t *value);

/* A member's name may say that its value is a secret, and be one itself. */
static void masked_pair(struct json_out *w, const char *key, json_t *value)
{
    STRBUF_AUTO(name, LIMIT_LOG_PIPFILE_LOCK);

    redact_append(&name, span_string(key));
    json_out_key(w, name.data);
    if (json_is_string(value) && redact_name_is_secret(span_string(key)))
        json_out_cstring(w, REDACTED);
    else
        masked_tree(w, value);
}

/* Writes a tree with all that is secret masked; its depth was bounded when it was parsed. */
static void masked_tree(struct json_out *w, json_t *value)
{
    const char *key;
    json_t *member;
    size_t i;

    if (json_is_object(value)) {
        json_out_object(w);
        json_object_foreach (value, key, member)
            masked_pair(w, key, member);
        json_out_end(w);
    } else if (json_is_array(value)) {
        json_out_array(w);
        json_array_foreach (value, i, member)
            masked_tree(w, member);
        json_out_end(w);
    } else if (json_is_string(value)) {
        masked_string(w, json_in_span(value));
    } else {
        json_out_value(w, value);
    }
}

static void write_pipfile_lock(struct json_out *w, const struct thoth *thoth)
{
    struct error ignored = {0};
    CLEANUP(cleanup_json) json_t *lock = NULL;

    json_out_key(w, "pipfile_lock");
    if (thoth->has_pipfile_lock && !strbuf_overflowed(&thoth->pipfile_lock))
        lock = json_in_parse_within(strbuf_span(&thoth->pipfile_lock), "Pipfile.lock",
                                    LIMIT_LOG_TREE, &ignored);
    if (!lock) {
        json_out_null(w);
        return;
    }
    masked_tree(w, lock);
}

/* ---- info ---- */

/* NAME@sha256:HEX */
static void write_builder_image(struct json_out *w, struct span image)
{
    size_t at = span_find(image, "@sha256:");

    json_out_key(w, "s2i_builder_image");
    if (image.len == 0) {
        json_out_null(w);
        return;
    }
    json_out_object(w);
    masked_member(w, "image", span_head(image, at));
    masked_member(w, "sha256", span_skip(image, at + sizeof "@sha256:" - 1));
    json_out_end(w);
}

/* NAME[:TAG]; the colon of a port is before the last '/'. */
static void write_push_destination(struct json_out *w, struct span image)
{
    size_t colon = span_find_last_byte(image, ':');

    if (span_find_byte(span_skip(image, colon), '/') < span_skip(image, colon).len)
        colon = image.len;
    json_out_key(w, "push_destination");
    if (image.len == 0) {
        json_out_null(w);
        return;
    }
    json_out_object(w);
    masked_member(w, "image", span_head(image, colon));
    masked_member(w, "tag", span_skip(image, colon + 1));
    json_out_end(w);
}

static void write_info(struct json_out *w, const struct thoth *thoth)
{
    json_out_key(w, "info");
    json_out_object(w);
    json_out_member_bool(w, "adviser_run", thoth->adviser_run);
    json_out_member_bool(w, "provenance_check_run", thoth->provenance_check_run);
    write_push_destination(w, strbuf_span(&thoth->push_destination));
    json_out_member_bool(w, "push_successful", thoth->push_successful);
    write_builder_image(w, strbuf_span(&thoth->builder_image));
    masked_member(w, "thamos_version", strbuf_span(&thoth->thamos_version));
    json_out_end(w);
}

void report_legacy(const struct analysis *a, struct json_out *w)
{
    size_t failed;

    failed = write_names(w, "failed", &a->packages, FATE_FAILED);
    write_names(w, "recovered", &a->packages, FATE_RECOVERED);
    write_installation(w, &a->packages);
    json_out_member_bool(w, "installation_successful", failed == 0 && !a->packages.pip_aborted);
    write_pipfile_lock(w, &a->thoth);
    masked_member(w, "thoth_config",
                  a->thoth.has_config ? strbuf_span(&a->thoth.config) : span_of(NULL, 0));
    write_info(w, &a->thoth);
}
