/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage_conf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config_file.h"
#include "json_in.h"
#include "toml.h"
#include "xalloc.h"

#define ROOT_STORAGE "/var/lib/containers/storage"

void storage_roots_release(struct storage_roots *roots)
{
    for (size_t i = 0; i < roots->count; i++)
        free(roots->items[i]);
    roots->count = 0;
}

static bool add_root(struct storage_roots *roots, char *path, struct error *err)
{
    if (roots->count < LIMIT_STORAGE_ROOTS) {
        roots->items[roots->count++] = path;
        return true;
    }
    free(path);
    return error_set(err, ERROR_CONFIGURATION, "more than %d image stores", LIMIT_STORAGE_ROOTS);
}

/* $HOME, $USER and $UID, with or without braces, as rootless_storage_path may have them. */
static char *expand(const char *path)
{
    STRBUF_AUTO(out, LIMIT_PATH);
    struct span rest = span_string(path);

    while (rest.len) {
        if (span_eat(&rest, "$HOME") || span_eat(&rest, "${HOME}"))
            strbuf_add_span(&out, span_string(getenv("HOME")));
        else if (span_eat(&rest, "$USER") || span_eat(&rest, "${USER}"))
            strbuf_add_span(&out, span_string(getenv("USER")));
        else if (span_eat(&rest, "$UID") || span_eat(&rest, "${UID}"))
            strbuf_addf(&out, "%lu", (unsigned long)geteuid());
        else {
            strbuf_add_byte(&out, rest.data[0]);
            rest = span_skip(rest, 1);
        }
    }
    return strbuf_detach(&out);
}

static bool add_additional(struct storage_roots *roots, const json_t *stores, struct error *err)
{
    json_t *store;
    size_t i;

    json_array_foreach (stores, i, store)
        if (json_is_string(store) && !add_root(roots, expand(json_string_value(store)), err))
            return false;
    return true;
}

bool storage_conf_parse(struct span text, const char *const *members, char **ret_root,
                        struct storage_roots *roots, struct error *err)
{
    CLEANUP(cleanup_json) json_t *config = toml_parse(text, err);
    const char *value = "";

    if (!config)
        return false;
    if (!add_additional(roots, json_in_find(config, "storage.options.additionalimagestores"), err))
        return false;
    while (*members && !*value)
        value = json_in_string_or(json_object_get(config, "storage"), *members++, "");
    if (*value)
        *ret_root = expand(value);
    return true;
}

/* ret_root stays as it is when path is not there or does not say. */
static bool read_config(const char *path, const char *const *members, bool *ret_there,
                        char **ret_root, struct storage_roots *roots, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_STORAGE_CONF);
    struct file_stamp stamp;

    if (!config_file_read(path, &text, &stamp, err))
        return false;
    *ret_there = stamp.is_there;
    return !stamp.is_there ||
           storage_conf_parse(strbuf_span(&text), members, ret_root, roots, err) ||
           error_prefix(err, "'%s'", QUOTE(path));
}

static char *usual_root(struct error *err)
{
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");

    if (geteuid() == 0)
        return xstrdup(ROOT_STORAGE);
    if (data && data[0] == '/')
        return xasprintf("%s/containers/storage", data);
    if (home && *home)
        return xasprintf("%s/.local/share/containers/storage", home);
    error_set(err, ERROR_CONFIGURATION, "neither XDG_DATA_HOME nor HOME is set: name the storage");
    return NULL;
}

/* Who says where: the system's graphroot is root's alone, a user's own file says it of itself. */
static const char *const *members_of(bool is_own)
{
    static const char *const members[] = {"graphroot", "rootless_storage_path", NULL};
    static const char *const roots[] = {"graphroot", NULL};

    if (geteuid() == 0)
        return roots;
    return is_own ? members : members + 1;
}

/* The first of them that is there is the only one that is read. */
static bool read_system(char **ret_root, struct storage_roots *roots, struct error *err)
{
    static const char *const files[] = {"/etc/containers/storage.conf",
                                        "/usr/share/containers/storage.conf"};
    bool there = false;

    for (size_t i = 0; !there && i < sizeof files / sizeof *files; i++)
        if (!read_config(files[i], members_of(false), &there, ret_root, roots, err))
            return false;
    return true;
}

static bool read_configs(char **ret_root, struct storage_roots *roots, struct error *err)
{
    const char *variable = getenv("CONTAINERS_STORAGE_CONF");
    bool is_named = variable && *variable;
    CLEANUP(cleanup_free)
    char *own = geteuid() == 0 ? NULL : config_home_path("containers/storage.conf");
    const char *first = is_named ? variable : own;
    STORAGE_ROOTS_AUTO(passed_over);
    bool there = false;

    if (first && !read_config(first, members_of(true), &there, ret_root, roots, err))
        return false;
    if (is_named || *ret_root)
        return true;
    return read_system(ret_root, there ? &passed_over : roots, err);
}

bool storage_roots_find(struct storage_roots *ret, struct error *err)
{
    STORAGE_ROOTS_AUTO(additional);
    char *root = NULL;

    if (!read_configs(&root, &additional, err))
        return false;
    root = root ? root : usual_root(err);
    if (!root)
        return false;
    add_root(ret, root, err);
    for (size_t i = 0; i < additional.count; i++)
        if (!add_root(ret, STEAL(additional.items[i]), err))
            return false;
    return true;
}

bool storage_roots_take(const char *root, struct span options, struct storage_roots *ret,
                        struct error *err)
{
    struct span option;

    add_root(ret, xstrdup(root), err);
    while (span_split(&options, ',', &option))
        if (span_eat(&option, "overlay.imagestore=") &&
            !add_root(ret, xmemdup0(option.data, option.len), err))
            return false;
    return true;
}
