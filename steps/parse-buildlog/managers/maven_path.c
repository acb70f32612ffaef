/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "maven_path.h"

#include "names.h"

/* Cuts the last component off *path. */
static struct span take_last(struct span *path)
{
    size_t slash = span_find_last_byte(*path, '/');
    struct span last = slash < path->len ? span_skip(*path, slash + 1) : *path;

    *path = span_head(*path, slash < path->len ? slash : 0);
    return last;
}

/* What follows the root of a repository; empty if it is not known where that is. */
static struct span below_root(struct span path)
{
    static const char *const roots[] = {"/maven2/", "/.m2/repository/", NULL};
    static const char *const named_roots[] = {"/repository/", "/repositories/", "/artifactory/",
                                              "/groups/", NULL};

    for (const char *const *root = roots; *root; root++) {
        size_t at = span_find(path, *root);

        if (at < path.len)
            return span_skip(path, at + span_string(*root).len);
    }
    for (const char *const *root = named_roots; *root; root++) {
        size_t at = span_find(path, *root);
        struct span rest = span_skip(path, at + span_string(*root).len);

        if (at < path.len)
            return span_skip(rest, span_find_byte(rest, '/') + 1);
    }
    return span_of(NULL, 0);
}

/* ARTIFACT-VERSION.jar, without a classifier. */
static bool is_main_file(struct span file, struct span artifact, struct span version)
{
    static const char *const ends[] = {".jar", ".war", ".ear", ".aar"};
    size_t stem = artifact.len + 1 + version.len;

    if (!span_equal(span_head(file, artifact.len), artifact))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (span_equal_string(span_skip(file, stem), ends[i]))
            return true;
    }
    return false;
}

bool split_maven_path(struct span path, struct strbuf *name, struct span *ret_version)
{
    struct span file = take_last(&path);
    struct span version = take_last(&path);
    struct span artifact = take_last(&path);
    struct span group = below_root(path);
    struct span part;

    if (!is_version(version) || !is_name(version, "-_.+") || !is_name(artifact, "-_.") ||
        !is_main_file(file, artifact, version))
        return false;
    while (span_split(&group, '/', &part)) {
        strbuf_add_span(name, part);
        strbuf_add_byte(name, group.len ? '.' : ':');
    }
    strbuf_add_span(name, artifact);
    *ret_version = version;
    return true;
}
