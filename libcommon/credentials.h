/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The login for a repository, found where podman, skopeo and docker keep it
 * (containers-auth.json(5), docker's config.json).  The first of these that has one:
 *   1. the environment variable that the query names, with USER:PASSWORD;
 *   2. the query's file, or the one that REGISTRY_AUTH_FILE names; there is no other then;
 *   3. ${XDG_RUNTIME_DIR}/containers/auth.json, /run/containers/UID/auth.json without that variable;
 *   4. ${XDG_CONFIG_HOME:-~/.config}/containers/auth.json;
 *   5. ${DOCKER_CONFIG:-~/.docker}/config.json;
 *   6. ~/.dockercfg.
 * What a file says of a repository, and when a helper is asked: auth_file.h, credential_helper.h.
 * Files that others may read are read as well, as podman does it.
 *
 * Errors name the file, or the helper and the file: one that cannot be read is ERROR_LOCAL_IO, one
 * that is named and not there, or says what cannot be, ERROR_CONFIGURATION.  No message holds a
 * secret.
 */
#ifndef CREDENTIALS_H
#define CREDENTIALS_H

#include "config_file.h"
#include "login.h"

struct credentials_query {
    const char *host; /* as the image's reference has it: "docker.io", "registry.example:5000" */
    const char *repository; /* "library/alpine" */
    const char *authfile;   /* --authfile, or NULL */
    const char *variable;   /* an environment variable's name, or NULL */
};

#define CREDENTIALS_FILES 4

/* Owns what it holds; credentials_release() frees it and wipes the login. */
struct credentials {
    struct login login; /* empty: anonymous */
    char *origin;       /* for messages: what the login is from; NULL when it is empty */
    /* For the error of a registry that refuses: why a helper was not asked; NULL when none was missed. */
    char *missed;
    bool from_helper;
    size_t file_count; /* files that were looked at, also those that were not there */
    struct {
        char *path;
        struct file_stamp stamp;
    } files[CREDENTIALS_FILES];
};

/* ret starts as {0}. */
bool credentials_find(const struct credentials_query *query, struct credentials *ret,
                      struct error *err);
/*
 * Before any registry is asked: ERROR_CONFIGURATION when the file that authfile (or else REGISTRY_AUTH_FILE)
 * names is not there, which nobody would notice where no login is wanted.
 */
bool credentials_check_file(const char *authfile, struct error *err);
/*
 * True when another login may be found now: a file that was looked at has changed, come or gone, or
 * it was a helper's, who alone knows.  For who was refused with a login that has worked.
 */
bool credentials_stale(const struct credentials *credentials);
void credentials_release(struct credentials *credentials);
#define CREDENTIALS_AUTO(name) \
    __attribute__((cleanup(credentials_release))) struct credentials name = {0}

#endif
