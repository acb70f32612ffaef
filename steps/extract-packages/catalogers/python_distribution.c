/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_distribution.h"

#include "json_in.h"
#include "xalloc.h"

void python_distribution_release(struct python_distribution *d)
{
    json_decref(d->metadata);
    json_decref(d->egg_requires);
    json_decref(d->origin);
    json_decref(d->installer);
}

bool python_is_vendored(struct span path)
{
    struct span component;

    while (span_split(&path, '/', &component))
        if (span_equal_string(component, "_vendor"))
            return true;
    return false;
}

static bool same_member(const json_t *a, const json_t *b, const char *key)
{
    return span_equal(json_in_span_or_empty(a, key), json_in_span_or_empty(b, key));
}

/* The lowest layer from which on the metadata always told the same name and version. */
static bool find_origin_layer(struct python_distribution *d, struct error *err)
{
    for (const struct file_facts *below = d->file->below; below; below = below->below) {
        CLEANUP(cleanup_json) json_t *facts = facts_of(below, err);

        if (!facts)
            return false;
        if (!same_member(facts, d->metadata, "name") || !same_member(facts, d->metadata, "version"))
            return true;
        d->file = below;
    }
    return true;
}

bool python_distribution_take(struct python_distribution *d, json_t *metadata_take,
                              const struct file_facts *file, struct error *err)
{
    d->metadata = metadata_take;
    d->file = file;
    return find_origin_layer(d, err);
}

/*
 * pip and uv write REQUESTED when a distribution was asked for by name, so that its absence
 * says that it was not; of others (distributions' packages) absence says nothing, and a conda
 * package has what was left by the pip that built it.
 */
static json_t *requested(const struct python_distribution *d)
{
    struct span installer = d->installer ? json_in_span(d->installer) : span_of(NULL, 0);

    if (d->requested && !span_equal_string(installer, "conda"))
        return json_true();
    if (span_equal_string(installer, "pip") || span_equal_string(installer, "uv"))
        return json_false();
    return json_null();
}

static void put_if_there(json_t *package, const char *key, json_t *value)
{
    if (value)
        json_put_take(package, key, json_incref(value));
}

/* As importlib.metadata: requires.txt where the metadata names none. */
static json_t *depends(const struct python_distribution *d)
{
    json_t *requires = json_object_get(d->metadata, "requires");

    return json_array_size(requires) ? requires : d->egg_requires;
}

static void add_package(struct findings *findings, const struct python_distribution *d)
{
    CLEANUP(cleanup_free) char *path = xasprintf("/%.*s", SPAN_ARG(d->path));
    json_t *package =
        findings_add_package(findings, "pypi", json_in_span_or_empty(d->metadata, "name"),
                             json_in_span_or_empty(d->metadata, "version"), span_of(NULL, 0),
                             d->file);

    json_put_string(package, "location", span_string(path));
    put_if_there(package, "licenses", json_object_get(d->metadata, "licenses"));
    put_if_there(package, "depends", depends(d));
    json_put_take(package, "requested", requested(d));
    put_if_there(package, "installer", d->installer);
    put_if_there(package, "origin", d->origin);
}

static void add_to_python_packages(struct findings *findings, const struct python_distribution *d)
{
    CLEANUP(cleanup_free) char *site = xasprintf("/%.*s", SPAN_ARG(d->site));
    json_t *entry = json_new_object();

    json_put_string(entry, "package_name", json_in_span_or_empty(d->metadata, "name"));
    json_put_string(entry, "package_version", json_in_span_or_empty(d->metadata, "version"));
    json_put_string(entry, "location", span_string(site));
    findings_append_take(findings, findings->python_packages, entry);
}

void python_distribution_add(struct findings *findings, const struct python_distribution *d)
{
    add_package(findings, d);
    add_to_python_packages(findings, d);
}
