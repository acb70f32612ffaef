/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage_root.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config_file.h"
#include "json_in.h"
#include "toml.h"
#include "xalloc.h"

#define ROOT_STORAGE "/var/lib/containers/storage"

/* *ret stays NULL when path is not there or does not say; false with err set when it is wrong. */
static bool read_config(const char *path, const char *member, char **ret, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_STORAGE_CONF);
    CLEANUP(cleanup_json) json_t *config = NULL;
    struct file_stamp stamp;
    const char *value;

    if (!config_file_read(path, &text, &stamp, err))
        return false;
    if (!stamp.is_there)
        return true;
    config = toml_parse(strbuf_span(&text), err);
    if (!config)
        return error_prefix(err, "'%s'", QUOTE(path));
    value = json_in_string_or(json_object_get(config, "storage"), member, "");
    if (*value)
        *ret = xstrdup(value);
    return true;
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

char *storage_root_find(struct error *err)
{
    bool is_root = geteuid() == 0;
    const char *named = getenv("CONTAINERS_STORAGE_CONF");
    CLEANUP(cleanup_free) char *own = is_root ? NULL : config_home_path("containers/storage.conf");
    const char *first = named && *named ? named : own;
    const char *const system_files[] = {"/etc/containers/storage.conf",
                                        "/usr/share/containers/storage.conf"};
    const char *member = is_root ? "graphroot" : "rootless_storage_path";
    CLEANUP(cleanup_free) char *found = NULL;

    if (first && !read_config(first, "graphroot", &found, err))
        return NULL;
    for (size_t i = 0; !found && !(named && *named) && i < 2; i++)
        if (!read_config(system_files[i], member, &found, err))
            return NULL;
    return found ? expand(found) : usual_root(err);
}
