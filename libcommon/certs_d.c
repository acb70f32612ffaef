/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "certs_d.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "config_file.h"
#include "xalloc.h"

void certs_d_release(struct certs_d *certs)
{
    for (size_t i = 0; i < certs->authority_count; i++)
        free(certs->authorities[i]);
    free(STEAL(certs->authorities));
    certs->authority_count = 0;
    free(STEAL(certs->folder));
    free(STEAL(certs->certificate));
    free(STEAL(certs->key));
}

/* ---- the folder ---- */

/* A name or an address, and a port: nothing that leads out of the folder. */
static bool check_host(const char *host, struct error *err)
{
    bool good = *host && *host != '.' && strlen(host) <= LIMIT_HOST;

    for (const char *p = host; good && *p; p++)
        good = isalnum((unsigned char)*p) || strchr("-._:[]", *p);
    return good || error_set(err, ERROR_CONFIGURATION, "'%s' is no registry's host", QUOTE(host));
}

/* Takes path, which may be NULL.  *ret stays NULL when there is no such folder. */
static bool try_folder(char *path, char **ret, struct error *err)
{
    CLEANUP(cleanup_free) char *folder = path;
    struct stat st;

    if (!folder || *ret)
        return true;
    if (stat(folder, &st) == 0) {
        *ret = STEAL(folder);
        return true;
    }
    return errno == ENOENT || errno == ENOTDIR || errno == EACCES ||
           error_set_errno(err, errno, "cannot look into '%s'", QUOTE(folder));
}

static bool find_folder(const char *root, const char *host, char **ret, struct error *err)
{
    CLEANUP(cleanup_free) char *below = xasprintf("containers/certs.d/%s", host);

    return try_folder(config_home_path(below), ret, err) &&
           try_folder(xasprintf("%s/etc/%s", root, below), ret, err) &&
           try_folder(xasprintf("%s/etc/docker/certs.d/%s", root, host), ret, err);
}

/* ---- its files ---- */

static bool is_certificate(struct span name)
{
    return span_ends_with(name, ".crt") || span_ends_with(name, ".cert") ||
           span_ends_with(name, ".key");
}

/* name with another suffix, to free. */
static char *sibling(const char *name, const char *suffix, const char *other)
{
    return xasprintf("%.*s%s", (int)(strlen(name) - strlen(suffix)), name, other);
}

static void add_authority(const char *name, struct certs_d *ret)
{
    ret->authorities =
        xreallocarray(ret->authorities, ret->authority_count + 1, sizeof *ret->authorities);
    ret->authorities[ret->authority_count++] = xasprintf("%s/%s", ret->folder, name);
}

static bool add_certificate(const char *name, const struct config_names *names, struct certs_d *ret,
                            struct error *err)
{
    CLEANUP(cleanup_free) char *key = sibling(name, ".cert", ".key");

    if (!config_names_have(names, key))
        return error_set(err, ERROR_CONFIGURATION,
                         "'%s' has no '%s' beside it: add it, or name the file *.crt if it is an "
                         "authority's",
                         QUOTE(name), QUOTE(key));
    if (!ret->certificate) {
        ret->certificate = xasprintf("%s/%s", ret->folder, name);
        ret->key = xasprintf("%s/%s", ret->folder, key);
    }
    return true;
}

static bool check_key(const char *name, const struct config_names *names, struct error *err)
{
    CLEANUP(cleanup_free) char *certificate = sibling(name, ".key", ".cert");

    return config_names_have(names, certificate) ||
           error_set(err, ERROR_CONFIGURATION, "'%s' has no '%s' beside it", QUOTE(name),
                     QUOTE(certificate));
}

static bool add_file(const char *name, const struct config_names *names, struct certs_d *ret,
                     struct error *err)
{
    if (span_ends_with(span_string(name), ".cert"))
        return add_certificate(name, names, ret, err);
    if (span_ends_with(span_string(name), ".key"))
        return check_key(name, names, err);
    add_authority(name, ret);
    return true;
}

static bool read_folder(struct certs_d *ret, struct error *err)
{
    CONFIG_NAMES_AUTO(names);

    if (access(ret->folder, R_OK) != 0 && errno == EACCES)
        return true;
    if (!config_folder_list(ret->folder, is_certificate, &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++)
        if (!add_file(names.items[i], &names, ret, err))
            return error_prefix(err, "'%s'", QUOTE(ret->folder));
    return true;
}

bool certs_d_find(const char *root, const char *host, struct certs_d *ret, struct error *err)
{
    if (check_host(host, err) && find_folder(root, host, &ret->folder, err) &&
        (!ret->folder || read_folder(ret, err)))
        return true;
    certs_d_release(ret);
    return false;
}

bool certs_d_open(const char *folder, struct certs_d *ret, struct error *err)
{
    ret->folder = xstrdup(folder);
    if (access(folder, F_OK) != 0)
        error_set_errno(err, errno, "cannot look into '%s'", QUOTE(folder));
    else if (read_folder(ret, err))
        return true;
    certs_d_release(ret);
    return false;
}

bool certs_d_read_authorities(const struct certs_d *certs, struct strbuf *out, struct error *err)
{
    for (size_t i = 0; i < certs->authority_count; i++) {
        struct file_stamp ignored;

        if (!config_file_read(certs->authorities[i], out, &ignored, err))
            return false;
        /* A file that lacks its last line break must not spoil the next one's first line. */
        strbuf_add_byte(out, '\n');
    }
    return true;
}
