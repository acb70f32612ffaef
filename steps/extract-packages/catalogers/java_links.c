/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "java_links.h"

#include <stdlib.h>

#include "java_id.h"
#include "json_in.h"
#include "text.h"

/* Room for a path as a key of an object: of bytes that are no text each needs three. */
#define LONGEST_KEY (4 * LIMIT_PATH)

static bool is_link(const struct file_facts *file)
{
    return !span_equal(file->real, file->path);
}

/* Debian has each artifact also as version "debian", for builds, and as "3.x", the series. */
static bool is_true_version(struct span version)
{
    return java_is_version(version) && !span_ends_with(version, ".x");
}

static void read_link(struct java_links *links, const struct file_facts *file)
{
    json_t *told;

    MAVEN_ID_AUTO(id);
    STRBUF_AUTO(key, LONGEST_KEY);
    STRBUF_AUTO(name, 2 * LIMIT_PACKAGE_NAME + 1);
    if (!java_id_of_repository_path(file->path, &id) || !maven_id_is_whole(&id) ||
        !is_true_version(strbuf_span(&id.version)))
        return;
    text_append_utf8(&key, file->real);
    if (json_object_get(links->told, key.data))
        return;
    strbuf_addf(&name, "%s:%s", id.group.data, id.artifact.data);
    told = json_new_object();
    json_put_string(told, "name", strbuf_span(&name));
    json_put_string(told, "version", strbuf_span(&id.version));
    json_put_take(links->told, key.data, told);
}

void java_links_init(struct java_links *links, const struct file_set *files)
{
    *links = (struct java_links){.told = json_new_object(), .seen = json_new_object()};
    for (size_t i = 0; i < files->count; i++)
        if (is_link(&files->files[i]))
            read_link(links, &files->files[i]);
}

void java_links_release(struct java_links *links)
{
    json_decref(links->told);
    json_decref(links->seen);
}

const json_t *java_links_of(const struct java_links *links, const struct file_facts *file)
{
    STRBUF_AUTO(key, LONGEST_KEY);
    text_append_utf8(&key, file->real);
    return json_object_get(links->told, key.data);
}

static int compare_path(const void *key, const void *item)
{
    const struct span *path = key;
    const struct file_facts *file = item;

    return span_compare(*path, file->path);
}

bool java_links_listed_elsewhere(struct java_links *links, const struct file_set *files,
                                 const struct file_facts *file)
{
    if (!is_link(file))
        return false;
    if (bsearch(&file->real, files->files, files->count, sizeof *files->files, compare_path))
        return true;
    STRBUF_AUTO(key, LONGEST_KEY);
    text_append_utf8(&key, file->real);
    if (json_object_get(links->seen, key.data))
        return true;
    json_put_take(links->seen, key.data, json_true());
    return false;
}
