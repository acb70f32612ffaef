/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registries_conf.h"

#include <stdlib.h>

#include "config_file.h"
#include "xalloc.h"

/* Adds the file; what is not there adds nothing. */
static bool add_file(struct registries_conf *conf, const char *path, bool *ret_there,
                     struct error *err)
{
    STRBUF_AUTO(text, LIMIT_REGISTRIES_CONF);
    struct file_stamp stamp;

    if (!path)
        return true;
    if (!config_file_read(path, &text, &stamp, err))
        return false;
    *ret_there = stamp.is_there;
    return registries_conf_add(conf, strbuf_span(&text), path, err);
}

/* ---- drop-ins ---- */

static bool is_drop_in(struct span name)
{
    return span_ends_with(name, ".conf");
}

static bool add_folder(struct registries_conf *conf, const char *folder, struct error *err)
{
    CONFIG_NAMES_AUTO(names);

    if (!folder)
        return true;
    if (!config_folder_list(folder, is_drop_in, &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, names.items[i]);
        bool ignored;

        if (!add_file(conf, path, &ignored, err))
            return false;
    }
    return true;
}

/* ---- the files ---- */

/* *ret_users: it is the user's, and the machine's drop-ins do not count. */
static bool add_main(const char *root, struct registries_conf *conf, bool *ret_users,
                     struct error *err)
{
    const char *named = getenv("CONTAINERS_REGISTRIES_CONF");
    CLEANUP(cleanup_free) char *users = config_home_path("containers/registries.conf");
    CLEANUP(cleanup_free) char *machines = xasprintf("%s/etc/containers/registries.conf", root);
    bool is_there = false;

    *ret_users = false;
    if (named && *named)
        return add_file(conf, named, &is_there, err) &&
               (is_there || error_set(err, ERROR_CONFIGURATION,
                                      "'%s', which CONTAINERS_REGISTRIES_CONF names, is not there",
                                      QUOTE(named)));
    if (!add_file(conf, users, ret_users, err))
        return false;
    return *ret_users || add_file(conf, machines, &is_there, err);
}

static bool add_drop_ins(const char *root, bool users_alone, struct registries_conf *conf,
                         struct error *err)
{
    CLEANUP(cleanup_free) char *users = config_home_path("containers/registries.conf.d");
    CLEANUP(cleanup_free) char *machines = xasprintf("%s/etc/containers/registries.conf.d", root);

    return (users_alone || add_folder(conf, machines, err)) && add_folder(conf, users, err);
}

/* What podman has recorded of what its user has answered. */
static char *recorded_aliases_path(const char *root)
{
    static const char name[] = "containers/short-name-aliases.conf";
    CLEANUP(cleanup_free) char *below_home = xasprintf(".cache/%s", name);
    char *path;

    if (geteuid() == 0)
        return xasprintf("%s/var/cache/%s", root, name);
    path = config_variable_path("XDG_CACHE_HOME", name);
    return path ? path : config_variable_path("HOME", below_home);
}

bool registries_conf_read(const char *root, struct registries_conf *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *recorded = recorded_aliases_path(root);
    bool ignored;
    bool users_alone;

    if (add_main(root, ret, &users_alone, err) && add_drop_ins(root, users_alone, ret, err) &&
        add_file(ret, recorded, &ignored, err))
        return true;
    registries_conf_release(ret);
    return false;
}
