/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "python_editable.h"

#include <stdlib.h>

#include "json_in.h"
#include "python_name.h"
#include "symlinks.h"
#include "tar_reader.h"
#include "text.h"

/* ---- keys: JSON objects serve as sets ---- */

/* Each byte of folder and name may become the three of U+FFFD. */
#define MOST_KEY (8 * LIMIT_PATH)
#define KEY_AUTO(name) STRBUF_AUTO(name, MOST_KEY)

static const char *key_of(struct strbuf *key, struct span folder)
{
    strbuf_clear(key);
    text_append_utf8(key, folder);
    return key->data;
}

static const char *key_of_project(struct strbuf *key, struct span folder, struct span name)
{
    STRBUF_AUTO(normalised, LIMIT_PATH);

    python_normalise_name(&normalised, name);
    key_of(key, folder);
    strbuf_add_byte(key, '\n');
    text_append_utf8(key, strbuf_span(&normalised));
    return key->data;
}

static struct span base_name(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? path : span_skip(path, slash + 1);
}

static struct span folder_of(struct span path)
{
    size_t slash = span_find_last_byte(path, '/');

    return slash == path.len ? span_of(NULL, 0) : span_head(path, slash);
}

/* "a_b" of "a_b-1.0.dist-info" and of "a_b-1.0". */
static struct span project_of_stem(struct span stem)
{
    return span_head(stem, span_find_byte(stem, '-'));
}

/* "a_b-1.0" of "a_b-1.0.dist-info". */
static struct span stem_of(struct span info)
{
    struct span name = base_name(info);

    return span_head(name, span_find_last_byte(name, '.'));
}

static int compare_to_path(const void *path, const void *file)
{
    return span_compare(*(const struct span *)path, ((const struct file_facts *)file)->path);
}

const struct file_facts *python_find_file(const struct file_set *files, struct span path)
{
    return files->count
               ? bsearch(&path, files->files, files->count, sizeof *files->files, compare_to_path)
               : NULL;
}

/* ---- where paths and URLs lead ---- */

/* The canonical form of target as a file in folder base names it; target as it stands when it leads nowhere. */
static void resolve(const struct findings *findings, struct span base, struct span target,
                    struct strbuf *out)
{
    STRBUF_AUTO(path, 2 * LIMIT_PATH);

    if (!span_starts_with(target, "/")) {
        strbuf_add_span(&path, base);
        strbuf_add_byte(&path, '/');
    }
    strbuf_add_span(&path, target);
    if (strbuf_overflowed(&path) ||
        !(findings->links ? symlinks_resolve(findings->links, strbuf_span(&path), true, out)
                          : path_normalise(out, strbuf_span(&path)))) {
        strbuf_clear(out);
        strbuf_add_span(out, target);
    }
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add_decoded(struct strbuf *out, struct span s)
{
    for (size_t i = 0; i < s.len; i++) {
        int high = s.len - i > 2 && s.data[i] == '%' ? hex_value(s.data[i + 1]) : -1;
        int low = high >= 0 ? hex_value(s.data[i + 2]) : -1;

        if (low < 0) {
            strbuf_add_byte(out, s.data[i]);
            continue;
        }
        strbuf_add_byte(out, (char)(high * 16 + low));
        i += 2;
    }
}

/* "/src/a b" of "file:///src/a%20b"; empty for other URLs. */
static void add_path_of_url(struct strbuf *out, struct span url)
{
    if (!span_eat(&url, "file://"))
        return;
    span_eat(&url, "localhost");
    if (span_starts_with(url, "/"))
        add_decoded(out, url);
}

static json_t *url_of(struct span folder)
{
    static const char hex[] = "0123456789ABCDEF";

    STRBUF_AUTO(url, 4 * LIMIT_PATH);
    strbuf_add_string(&url, "file:///");
    for (size_t i = 0; i < folder.len; i++) {
        unsigned char c = (unsigned char)folder.data[i];

        if ((c >= '-' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
            c == '_' || c == '~') {
            strbuf_add_byte(&url, (char)c);
            continue;
        }
        strbuf_add_byte(&url, '%');
        strbuf_add_byte(&url, hex[c >> 4]);
        strbuf_add_byte(&url, hex[c & 15]);
    }
    return json_new_string(strbuf_span(&url));
}

/* ---- loading ---- */

/* The project's own folder, and the one below it that holds its packages in the "src layout". */
static void note_left_over(struct python_projects *p, struct span folder, struct span name)
{
    KEY_AUTO(key);
    STRBUF_AUTO(src, LIMIT_PATH);

    json_put_bool(p->left_over, key_of_project(&key, folder, name), true);
    strbuf_add_span(&src, folder);
    strbuf_add_string(&src, folder.len ? "/src" : "src");
    json_put_bool(p->left_over, key_of_project(&key, strbuf_span(&src), name), true);
}

static void load_egg_link(struct python_projects *p, const struct findings *findings,
                          const struct file_facts *file, const json_t *facts)
{
    struct span link = json_in_span_or_empty(facts, "link");

    KEY_AUTO(key);
    STRBUF_AUTO(folder, LIMIT_PATH);
    resolve(findings, folder_of(file->path), link, &folder);
    if (!json_object_get(p->linked, key_of(&key, strbuf_span(&folder))))
        json_put_string(p->linked, key.data, file->path);
}

/* Of a local project, installed in place or copied: building either leaves egg-info there. */
static void load_direct_url(struct python_projects *p, const struct findings *findings,
                            const struct file_facts *file, const json_t *facts)
{
    struct span info = folder_of(file->path);

    STRBUF_AUTO(path, LIMIT_PATH);
    STRBUF_AUTO(folder, LIMIT_PATH);
    if (!json_in_find(facts, "origin.dir_info"))
        return;
    add_path_of_url(&path, json_in_span_or_empty(facts, "origin.url"));
    if (!path.len)
        return;
    resolve(findings, span_of(NULL, 0), strbuf_span(&path), &folder);
    note_left_over(p, strbuf_span(&folder), project_of_stem(stem_of(info)));
}

static void load_paths(struct python_projects *p, const struct findings *findings,
                       struct span folder, struct span stem, const json_t *facts)
{
    json_t *path;
    size_t i;

    KEY_AUTO(key);
    STRBUF_AUTO(target, LIMIT_PATH);
    json_array_foreach (json_object_get(facts, "paths"), i, path) {
        strbuf_clear(&target);
        resolve(findings, folder, json_in_span(path), &target);
        note_left_over(p, strbuf_span(&target), project_of_stem(stem));
        if (!json_object_get(p->urls, key_of_project(&key, folder, stem)))
            json_put_take(p->urls, key.data, url_of(strbuf_span(&target)));
    }
}

/* The facts of the module that a .pth imports, which lies beside it; NULL without err when there is none. */
static json_t *finder_facts(const struct python_projects *p, struct span folder,
                            const json_t *facts, struct error *err)
{
    struct span module = json_in_span_or_empty(facts, "module");
    const struct file_facts *file;

    STRBUF_AUTO(path, LIMIT_PATH);
    strbuf_add_span(&path, folder);
    strbuf_add_byte(&path, '/');
    strbuf_add_span(&path, module);
    strbuf_add_string(&path, ".py");
    file = module.len ? python_find_file(p->files, strbuf_span(&path)) : NULL;
    return file ? facts_of(file, err) : NULL;
}

static bool load_pth(struct python_projects *p, const struct findings *findings,
                     const struct file_facts *file, const json_t *facts, struct error *err)
{
    struct span folder = folder_of(file->path);
    struct span stem = stem_of(file->path);
    CLEANUP(cleanup_json) json_t *finder = finder_facts(p, folder, facts, err);

    if (error_is_set(err))
        return false;
    STRBUF_AUTO(metadata, LIMIT_PATH);
    span_eat(&stem, "__editable__.");
    strbuf_add_span(&metadata, folder);
    strbuf_addf(&metadata, "/%.*s.dist-info/METADATA", SPAN_ARG(stem));
    /* Without a distribution of its own it says nothing of what lies in the project. */
    if (!python_find_file(p->files, strbuf_span(&metadata)))
        return true;
    load_paths(p, findings, folder, stem, facts);
    load_paths(p, findings, folder, stem, finder);
    return true;
}

static bool load(struct python_projects *p, const struct findings *findings,
                 const struct file_facts *file, struct error *err)
{
    bool is_link = span_ends_with(file->path, ".egg-link");
    bool is_pth = span_ends_with(file->path, ".pth");
    CLEANUP(cleanup_json) json_t *facts = NULL;

    if (!is_link && !is_pth && !span_ends_with(file->path, "/direct_url.json"))
        return true;
    facts = facts_of(file, err);
    if (!facts)
        return false;
    if (is_pth)
        return load_pth(p, findings, file, facts, err);
    if (is_link)
        load_egg_link(p, findings, file, facts);
    else
        load_direct_url(p, findings, file, facts);
    return true;
}

bool python_projects_load(struct python_projects *p, const struct file_set *files,
                          const struct findings *findings, struct error *err)
{
    *p = (struct python_projects){
        .files = files,
        .linked = json_new_object(),
        .found = json_new_object(),
        .left_over = json_new_object(),
        .urls = json_new_object(),
    };
    for (size_t i = 0; i < files->count; i++)
        if (!load(p, findings, &files->files[i], err))
            return false;
    return true;
}

void python_projects_release(struct python_projects *p)
{
    json_decref(p->linked);
    json_decref(p->found);
    json_decref(p->left_over);
    json_decref(p->urls);
}

/* ---- asking ---- */

bool python_projects_is_left_over(const struct python_projects *p, struct span info,
                                  struct span name)
{
    KEY_AUTO(key);

    return span_ends_with(info, ".egg-info") &&
           json_object_get(p->left_over, key_of_project(&key, folder_of(info), name)) != NULL;
}

static json_t *editable_origin(json_t *url_take)
{
    json_t *origin = json_new_object();
    json_t *info = json_new_object();

    json_put_take(origin, "url", url_take);
    json_put_bool(info, "editable", true);
    json_put_take(origin, "dir_info", info);
    return origin;
}

json_t *python_projects_origin(struct python_projects *p, struct span info)
{
    struct span folder = folder_of(info);
    json_t *url;

    KEY_AUTO(key);
    if (json_object_get(p->linked, key_of(&key, folder))) {
        json_put_bool(p->found, key.data, true);
        return editable_origin(url_of(folder));
    }
    url = json_object_get(p->urls, key_of_project(&key, folder, stem_of(info)));
    return url ? editable_origin(json_incref(url)) : NULL;
}

void python_projects_warn(const struct python_projects *p, struct findings *findings)
{
    const char *folder;
    json_t *link;

    json_object_foreach (p->linked, folder, link)
        if (!json_object_get(p->found, folder))
            findings_warn(findings, "malformed", json_in_span(link),
                          "the project that it names has no metadata: '/%s'", QUOTE(folder));
}
