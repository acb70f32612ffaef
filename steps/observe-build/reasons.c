/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reasons.h"

#include <stdlib.h>

#include "json_in.h"
#include "strbuf.h"

/* ---- not in the image ---- */

static bool same_version(struct span logged, struct span image)
{
    return !logged.len || span_equal_nocase(logged, image);
}

static bool was_removed(const struct reasons *r, const struct missing *m)
{
    size_t count;
    const struct package *rows = package_list_find(&r->layers->removed, m->type, m->key, &count);

    for (size_t i = 0; i < count; i++)
        if (same_version(m->version, rows[i].version))
            return true;
    return false;
}

int64_t reasons_last_stage(const json_t *log)
{
    int64_t last = 0;
    const json_t *step;
    size_t i;

    json_array_foreach (json_in_find(log, "result.steps"), i, step) {
        struct span command = json_in_span_or_empty(step, "command");
        int64_t line = json_in_int_or(step, "first_line", 0);

        if (line > last && span_equal_nocase(span_head(command, 5), SPAN_LITERAL("FROM ")))
            last = line;
    }
    return last;
}

/* "FROM x" begins a stage, of which nothing is left unless it is copied; only the last is the image. */
static bool is_in_earlier_stage(const struct reasons *r, int64_t line)
{
    return line && line < r->last_stage;
}

/* Distributions and conda bring Python's packages in under names of their own. */
static bool has_other_type(const struct reasons *r, const struct missing *m)
{
    static const struct {
        const char *type;
        const char *prefix;
    } others[] = {{"conda", ""}, {"deb", "python3-"}, {"rpm", "python3-"}, {"apk", "py3-"}};
    size_t count;

    if (!span_equal_string(m->type, "pypi"))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        STRBUF_AUTO(name, LIMIT_DOCUMENT);

        strbuf_addf(&name, "%s%s", others[i].prefix, m->key);
        if (package_list_find(r->image, span_string(others[i].type), name.data, &count))
            return true;
    }
    return false;
}

const char *reason_not_in_image(const struct reasons *r, const struct missing *missing)
{
    if (was_removed(r, missing))
        return "removed-later";
    if (is_in_earlier_stage(r, missing->line))
        return "earlier-stage";
    if (missing->other_version_is_there)
        return "other-version";
    return has_other_type(r, missing) ? "other-type" : NULL;
}

/* ---- not in the log ---- */

/* The folders that tools and people keep copies of others' packages in, and archives in archives. */
static bool is_vendored(struct span location)
{
    static const char *const parts[] = {"/_vendor/",  "/_vendored/",   "/vendor/",
                                        "/vendored/", "/third_party/", "!/"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (span_contains(location, parts[i]))
            return true;
    return false;
}

static bool was_copied(const struct reasons *r, const struct package *package)
{
    struct span command = layers_command(r->layers, json_in_span_or_empty(package->entry, "layer"));

    return span_starts_with(command, "COPY ") || span_starts_with(command, "ADD ");
}

int compare_places(const void *a, const void *b)
{
    return span_compare(*(const struct span *)a, *(const struct span *)b);
}

static bool is_elsewhere(const struct package *package, const struct span *places, size_t count)
{
    return count > 0 && package->place.len > 0 &&
           !bsearch(&package->place, places, count, sizeof *places, compare_places);
}

const char *reason_not_in_log(const struct reasons *r, const struct package *package,
                              const struct span *places, size_t place_count)
{
    json_t *owner = json_object_get(package->entry, "owner");

    if (owner && !json_is_null(owner))
        return "part-of-package";
    if (is_vendored(json_in_span_or_empty(package->entry, "location")))
        return "vendored";
    if (was_copied(r, package))
        return "copied";
    return is_elsewhere(package, places, place_count) ? "other-environment" : NULL;
}
