/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "thoth_document.h"

#include "json_in.h"
#include "strbuf.h"

static void put_schema(json_t *result, const char *kind)
{
    json_t *schema = json_new_object();

    json_put_string(schema, "kind", span_string(kind));
    json_put_string(schema, "version", SPAN_LITERAL("1.0"));
    json_put_take(result, "schema", schema);
}

/* A new reference to the value at path, or to null. */
static json_t *copy_of(const json_t *from, const char *path)
{
    json_t *value = json_in_find(from, path);

    return value ? json_incref(value) : json_null();
}

static json_t *new_package(const char *type, struct span name, struct span version)
{
    json_t *package = json_new_object();

    json_put_string(package, "type", span_string(type));
    json_put_string(package, "name", name);
    json_put_string(package, "version", version);
    return package;
}

/* ---- package-extract ---- */

/* "[epoch:]version-release", as rpm prints it. */
static json_t *rpm_package(const json_t *entry)
{
    struct span epoch = json_in_span_or_empty(entry, "epoch");
    STRBUF_AUTO(version, LIMIT_DOCUMENT);
    json_t *package;

    if (epoch.len) {
        strbuf_add_span(&version, epoch);
        strbuf_add_byte(&version, ':');
    }
    strbuf_add_span(&version, json_in_span_or_empty(entry, "version"));
    strbuf_add_byte(&version, '-');
    strbuf_add_span(&version, json_in_span_or_empty(entry, "release"));
    package = new_package("rpm", json_in_span_or_empty(entry, "name"), strbuf_span(&version));
    json_put_take(package, "arch", copy_of(entry, "arch"));
    return package;
}

/* dpkg's list says "libc6:amd64" of what may be there for several architectures. */
static json_t *deb_package(const json_t *entry)
{
    struct span name = json_in_span_or_empty(entry, "name");
    json_t *package = new_package("deb", span_head(name, span_find_byte(name, ':')),
                                  json_in_span_or_empty(entry, "version"));

    json_put_take(package, "arch", copy_of(entry, "arch"));
    return package;
}

static json_t *python_package(const json_t *entry)
{
    json_t *package = new_package("pypi", json_in_span_or_empty(entry, "package_name"),
                                  json_in_span_or_empty(entry, "package_version"));

    json_put_take(package, "location", copy_of(entry, "location"));
    return package;
}

static bool add_packages(json_t *packages, const json_t *document, const char *path,
                         json_t *(*make)(const json_t *entry), struct error *err)
{
    json_t *entries;
    const json_t *entry;
    size_t i;

    if (!json_in_array(document, path, &entries, err))
        return false;
    json_array_foreach (entries, i, entry)
        json_append_take(packages, make(entry));
    return true;
}

/* skopeo lists the digests of the layers alone: of blobs, not of what is in them. */
static json_t *layers_of(const json_t *document)
{
    json_t *layers = json_new_array();
    json_t *digest;
    size_t i;

    json_array_foreach (json_in_find(document, "result.skopeo-inspect.Layers"), i, digest) {
        json_t *layer = json_new_object();

        json_put_take(layer, "digest", json_incref(digest));
        json_append_take(layers, layer);
    }
    return layers;
}

static json_t *image_of(const json_t *document)
{
    json_t *image = json_new_object();
    json_t *platform = json_new_object();
    json_t *manifest = json_new_object();

    json_put_take(image, "reference", copy_of(document, "metadata.arguments.extract-image.image"));
    json_put_null(image, "resolved");
    json_put_take(platform, "os", copy_of(document, "result.skopeo-inspect.Os"));
    json_put_take(platform, "architecture",
                  copy_of(document, "result.skopeo-inspect.Architecture"));
    json_put_null(platform, "variant");
    json_put_take(image, "platform", platform);
    json_put_take(manifest, "digest", copy_of(document, "result.skopeo-inspect.Digest"));
    json_put_take(image, "manifest", manifest);
    json_put_take(image, "layers", layers_of(document));
    return image;
}

/*
 * The lists that it has, which were fewer in older releases.  Of other types it says
 * nothing, which is not that there are none.
 */
static bool add_lists(json_t *packages, json_t *told_types, const json_t *document,
                      struct error *err)
{
    static const struct {
        const char *path;
        const char *type;
        json_t *(*make)(const json_t *entry);
    } lists[] = {
        {"result.deb", "deb", deb_package},
        {"result.python-packages", "pypi", python_package},
        {"result.rpm-dependencies", "rpm", rpm_package},
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const json_t *list = json_in_find(document, lists[i].path);

        if (!list || json_is_null(list))
            continue;
        if (!add_packages(packages, document, lists[i].path, lists[i].make, err))
            return false;
        json_append_take(told_types, json_new_string(span_string(lists[i].type)));
    }
    return json_array_size(told_types) > 0 ||
           error_set(err, ERROR_MALFORMED,
                     "'result' has no 'deb', 'python-packages' or 'rpm-dependencies'");
}

static bool translate_image(json_t *document, struct error *err)
{
    CLEANUP(cleanup_json) json_t *packages = json_new_array();
    CLEANUP(cleanup_json) json_t *told_types = json_new_array();
    json_t *result;

    if (!json_in_object(document, "result", &result, err) ||
        !add_lists(packages, told_types, document, err))
        return false;
    json_put_take(result, "packages", STEAL(packages));
    json_put_take(result, "told_types", STEAL(told_types));
    json_put_take(result, "image", image_of(document));
    put_schema(result, "image-analysis");
    return true;
}

/* ---- buildlog-parser, and build-analyzers before it ---- */

static json_t *log_package(const char *manager, struct span name, json_t *version,
                           const char *action)
{
    json_t *package = json_new_object();

    json_put_string(package, "manager", span_string(manager));
    json_put_string(package, "name", name);
    json_put_take(package, "version", version);
    json_put_string(package, "action", span_string(action));
    return package;
}

/* All that it reads is pip's words, as pipenv and micropipenv hand them on. */
static json_t *installation(const json_t *entry)
{
    return log_package("pip", json_in_span_or_empty(entry, "package_name"),
                       copy_of(entry, "package_version"),
                       json_in_bool_or(entry, "is_successful", false) ? "installed" : "failed");
}

/* Of dnf and yum name and version, of pip package and version_installed. */
static json_t *dependency(const json_t *entry)
{
    bool satisfied = *json_in_string_or(entry, "already_satisfied", "");

    if (!json_object_get(entry, "package"))
        return log_package("dnf", json_in_span_or_empty(entry, "name"), copy_of(entry, "version"),
                           "installed");
    return log_package("pip", json_in_span_or_empty(entry, "package"),
                       copy_of(entry, "version_installed"), satisfied ? "satisfied" : "installed");
}

/* An image that was pushed was built; nothing else that it tells is proof of how the build ended. */
static const char *outcome_of(const json_t *document)
{
    return json_in_bool_or(document, "result.info.push_successful", false) ? "succeeded"
                                                                           : "unknown";
}

static bool translate_log(json_t *document, struct error *err)
{
    CLEANUP(cleanup_json) json_t *packages = json_new_array();
    bool is_list = json_is_array(json_object_get(document, "result"));
    json_t *result;

    if (!add_packages(packages, document, is_list ? "result" : "result.installation",
                      is_list ? dependency : installation, err))
        return false;
    if (is_list)
        json_put_take(document, "result", json_new_object());
    result = json_object_get(document, "result");
    json_put_take(result, "packages", STEAL(packages));
    json_put_string(result, "outcome", span_string(outcome_of(document)));
    json_put_null(result, "failure");
    put_schema(result, "build-log-analysis");
    return true;
}

/* ---- either ---- */

bool thoth_document_translate(json_t *document, struct error *err)
{
    static const struct {
        const char *analyzer;
        bool (*translate)(json_t *document, struct error *err);
    } table[] = {
        {"thoth-package-extract", translate_image}, {"package-extract", translate_image},
        {"thoth-buildlog-parser", translate_log},   {"buildlog-parser", translate_log},
        {"thoth-build-analyzers", translate_log},
    };
    struct span analyzer = json_in_span_or_empty(document, "metadata.analyzer");

    if (json_in_find(document, "result.schema"))
        return true;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (span_equal_string(analyzer, table[i].analyzer))
            return table[i].translate(document, err) ||
                   error_prefix(err, "a document of %s", table[i].analyzer);
    return true;
}
