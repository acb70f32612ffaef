/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cataloger.h"
#include "json_in.h"
#include "mask_urls.h"
#include "purl.h"
#include "row_cost.h"
#include "row_order.h"
#include "same_package.h"
#include "text.h"
#include "told_programs.h"
#include "xalloc.h"

/* Warnings that stand in the document one by one; more tell nothing new. */
#define MOST_WARNINGS 10000

void findings_init(struct findings *f)
{
    *f = (struct findings){
        .packages = json_new_array(),
        .rpm = json_new_array(),
        .rpm_dependencies = json_new_array(),
        .deb = json_new_array(),
        .deb_dependencies = json_new_array(),
        .python_packages = json_new_array(),
        .python_interpreters = json_new_array(),
        .system_symbols = json_new_object(),
        .operating_system = json_new_object(),
        .cuda_version = json_new_object(),
        .aicoe_ci = json_new_object(),
        .binaries = json_new_array(),
        .told.key = path_key_of_process(),
        .layer_files = json_new_array(),
        .warnings = json_new_array(),
    };
    owners_init(&f->owners);
}

void findings_release(struct findings *f)
{
    json_decref(f->packages);
    json_decref(f->rpm);
    json_decref(f->rpm_dependencies);
    json_decref(f->deb);
    json_decref(f->deb_dependencies);
    json_decref(f->python_packages);
    json_decref(f->python_interpreters);
    json_decref(f->system_symbols);
    json_decref(f->operating_system);
    json_decref(f->debian_version);
    json_decref(f->cuda_version);
    json_decref(f->aicoe_ci);
    json_decref(f->binaries);
    path_set_release(&f->told);
    json_decref(f->layer_files);
    json_decref(f->warnings);
    json_decref(f->spare);
    for (size_t i = 0; i < f->python_file_count; i++)
        free(f->python_files[i].path);
    free(f->python_files);
    for (size_t i = 0; i < f->found_in_count; i++)
        free(f->found_in[i]);
    free(f->found_in);
    owners_release(&f->owners);
}

json_t *findings_list_entry(const json_t *list, size_t i)
{
    struct error err = {0};
    json_t *entry = json_in_parse(json_in_span(json_array_get(list, i)), "an entry", &err);

    return entry ? entry : json_null();
}

static json_t *location_of(struct span path)
{
    STRBUF_AUTO(location, LIMIT_PATH + 1);

    strbuf_add_byte(&location, '/');
    strbuf_add_span(&location, path);
    return json_new_string(strbuf_span(&location));
}

/* A row with all keys, of which those that are not known here are empty. */
static json_t *new_row(const char *type, struct span name, struct span version, struct span arch,
                       const struct file_facts *from)
{
    static const char *const nulls[] = {"owner",     "installer",      "origin",
                                        "requested", "source_package", "purl"};
    static const char *const lists[] = {"licenses", "depends", "provides", "replaces"};
    json_t *package = json_new_object();

    json_put_string(package, "type", span_string(type));
    json_put_string(package, "name", name);
    json_put_string(package, "version", version);
    json_put_take(package, "arch", arch.len ? json_new_string(arch) : json_null());
    json_put_take(package, "location", location_of(from->path));
    /* An index until the report knows the digests. */
    json_put_int(package, "layer", (int64_t)from->layer);
    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        json_put_null(package, nulls[i]);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        json_put_take(package, lists[i], json_new_array());
    return package;
}

/* ---- what is kept ---- */

/* The package that was added last has been filled since. */
static void count_last(struct findings *f)
{
    size_t count = json_array_size(f->packages);

    for (; f->counted < count; f->counted++)
        f->cost += row_cost(json_array_get(f->packages, f->counted));
}

bool findings_have_room(struct findings *f)
{
    count_last(f);
    if (f->cost <= LIMIT_ROWS_KEPT && !f->left_out)
        return true;
    f->left_out++;
    return false;
}

void findings_append_take(struct findings *f, json_t *list, json_t *row)
{
    if (findings_have_room(f)) {
        f->cost += row_cost(row);
        json_append_take(list, row);
    } else {
        json_decref(row);
    }
}

void findings_list_take(struct findings *f, json_t *list, json_t *entry)
{
    struct json_out text;

    json_out_init_buffer(&text, LIMIT_DOCUMENT);
    json_out_value(&text, entry);
    findings_append_take(f, list, json_new_string(strbuf_span(&text.buf)));
    json_out_release(&text);
    json_decref(entry);
}

void findings_add_finished_take(struct findings *f, json_t *package)
{
    if (findings_have_room(f))
        json_append_take(f->packages, package);
    else
        json_decref(package);
}

/* Takes the row over. */
static void add_row(struct findings *f, json_t *package, struct span found_in)
{
    XGROW(f->found_in, f->found_in_count, f->found_in_capacity);
    f->found_in[f->found_in_count++] = xmemdup0(found_in.data, found_in.len);
    json_append_take(f->packages, package);
}

json_t *findings_add_package(struct findings *f, const char *type, struct span name,
                             struct span version, struct span arch, const struct file_facts *from)
{
    json_t *package = new_row(type, name, version, arch, from);

    if (findings_have_room(f)) {
        add_row(f, package, from->path);
    } else {
        json_decref(f->spare);
        f->spare = package;
    }
    return package;
}

void findings_add_binary(struct findings *f, struct span name, struct span version,
                         const struct file_facts *from)
{
    findings_append_take(f, f->binaries, new_row("generic", name, version, span_of(NULL, 0), from));
}

void findings_add_python_file(struct findings *f, struct span path, const struct digest *digest)
{
    XGROW(f->python_files, f->python_file_count, f->python_file_capacity);
    f->python_files[f->python_file_count++] =
        (struct python_file){xasprintf("/%.*s", SPAN_ARG(path)), *digest};
}

/* ---- owners ---- */

static struct span place_of(const json_t *row)
{
    return span_skip(json_in_span_or_empty(row, "location"), 1);
}

static void find_owners(struct findings *f)
{
    const json_t *row;
    size_t i;

    f->owners.links = f->links;
    json_array_foreach (f->packages, i, row) {
        owners_ask(&f->owners, place_of(row));
        owners_ask(&f->owners, span_string(f->found_in[i]));
    }
    json_array_foreach (f->binaries, i, row)
        owners_ask(&f->owners, place_of(row));
    owners_find(&f->owners);
}

/* The row's place is a folder (of a dist-info) or the file itself; not every database lists folders. */
static void set_owner(const struct findings *f, json_t *package, const char *found_in)
{
    const char *owner = owners_of(&f->owners, place_of(package));

    if (!owner)
        owner = owners_of(&f->owners, span_string(found_in));
    if (owner)
        json_put_string(package, "owner", span_string(owner));
}

void findings_tell_binary(struct findings *f, struct span folder, struct span name,
                          struct span version)
{
    told_programs_add(&f->told, folder, name, version);
}

static bool is_told(const struct findings *f, const json_t *binary)
{
    return told_programs_has(&f->told, place_of(binary), json_in_span_or_empty(binary, "name"),
                             json_in_span_or_empty(binary, "version"));
}

/* What a package manager owns is in its list already; one program may lie in several places. */
static void keep_unowned_binaries(struct findings *f)
{
    CLEANUP(cleanup_json) json_t *seen = json_new_object();
    json_t *package;
    size_t i;

    /* Bytes from outside may have grown to three each. */
    STRBUF_AUTO(identity, 8 * LIMIT_PACKAGE_NAME);
    json_array_foreach (f->binaries, i, package) {
        struct span path = place_of(package);

        strbuf_clear(&identity);
        strbuf_addf(&identity, "%s\n%s", json_in_string_or(package, "name", ""),
                    json_in_string_or(package, "version", ""));
        if (owners_of(&f->owners, path) || is_told(f, package) ||
            json_object_get(seen, identity.data))
            continue;
        json_put_bool(seen, identity.data, true);
        add_row(f, json_incref(package), path);
    }
    json_array_clear(f->binaries);
}

/* ---- warnings ---- */

static void add_warning(struct findings *f, const char *code, struct span path, const char *message)
{
    json_t *warning = json_new_object();

    json_put_string(warning, "code", span_string(code));
    json_put_take(warning, "path", path.len ? location_of(path) : json_null());
    json_put_string(warning, "message", span_string(message));
    json_append_take(f->warnings, warning);
}

void findings_warn(struct findings *f, const char *code, struct span path, const char *format, ...)
{
    char message[LIMIT_ERROR_MESSAGE];
    va_list args;

    if (json_array_size(f->warnings) > MOST_WARNINGS)
        return;
    if (json_array_size(f->warnings) == MOST_WARNINGS) {
        add_warning(f, "too-many-warnings", span_of(NULL, 0), "there are more warnings than these");
        return;
    }
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    text_mask_controls(message, strlen(message));
    add_warning(f, code, path, message);
}

/* ---- the end ---- */

static void warn_of_limits(struct findings *f)
{
    if (f->left_out)
        findings_warn(f, "too-many-packages", span_of(NULL, 0),
                      "the rows of all lists take more than %zu bytes: %zu more are left out",
                      LIMIT_ROWS_KEPT, f->left_out);
}

static void mask_all(struct findings *f)
{
    json_t *const lists[] = {f->packages,         f->binaries, f->rpm,
                             f->rpm_dependencies, f->deb,      f->deb_dependencies,
                             f->python_packages,  f->aicoe_ci, f->operating_system,
                             f->cuda_version,     f->warnings, f->python_interpreters};

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        mask_urls(lists[i]);
}

/* As purls name it: of Debian with the point release, as the peers do. */
static json_t *system_of_purls(const struct findings *f)
{
    json_t *os = json_copy(f->operating_system);
    struct span release = json_in_span(f->debian_version);

    if (release.len && span_equal_string(json_in_span_or_empty(os, "id"), "debian"))
        json_put_string(os, "version_id", release);
    return os;
}

/* Owners, and purls, of those that have none yet. */
static void complete_packages(struct findings *f)
{
    CLEANUP(cleanup_json) json_t *os = system_of_purls(f);
    json_t *package;
    size_t i;

    json_array_foreach (f->packages, i, package) {
        if (json_is_null(json_object_get(package, "owner")))
            set_owner(f, package, f->found_in[i]);
        if (json_is_null(json_object_get(package, "purl")))
            json_put_take(package, "purl", purl_of(package, os));
    }
}

void findings_finish(struct findings *f)
{
    /* What graph sync reads without asking (design.md, operating-system). */
    if (!json_object_get(f->operating_system, "id"))
        json_put_string(f->operating_system, "id", SPAN_LITERAL("linux"));
    if (!json_object_get(f->operating_system, "version_id"))
        json_put_string(f->operating_system, "version_id", span_of(NULL, 0));
    mask_all(f);
    find_owners(f);
    keep_unowned_binaries(f);
    complete_packages(f);
    count_last(f);
    same_package_merge(f->packages);
    f->counted = json_array_size(f->packages);
    row_order_packages(f->packages);
    /* By their identifiers, with which they begin, as package-extract has them; `rpm` keeps `rpm -qa`'s. */
    row_order_texts(f->rpm_dependencies);
    warn_of_limits(f);
}
