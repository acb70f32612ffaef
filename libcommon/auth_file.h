/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One file of logins, as `podman login`, `docker login` and Kubernetes secrets make it: auth.json
 * (containers-auth.json(5)), docker's config.json, and ~/.dockercfg, its form before 2015.  Pure:
 * no helper is run here.
 *
 * Who is asked for a repository, the first of these that there is:
 *   1. the helper that credHelpers names for the host;
 *   2. the entry of "auths" whose key is HOST/NAMESPACE/REPOSITORY, or a shorter one, down to HOST
 *      (the old form: HOST alone), and then one whose key is a URL of that host, as docker wrote
 *      them; docker.io is also https://index.docker.io/v1/;
 *   3. the helper that credsStore names.
 * docker has the third before the second, but leaves nothing in "auths" when it has a store, and
 * podman does not know the third: so either's files mean the same here as there.  An entry without
 * a login, as docker leaves it for a mark that its store has one, hides those of shorter keys.
 *
 * Of an entry, "auth" (Base64 of USER:PASSWORD) goes before "username" and "password";
 * "identitytoken" and "registrytoken" may stand beside it.
 */
#ifndef AUTH_FILE_H
#define AUTH_FILE_H

#include "error.h"
#include "login.h"
#include "span.h"

struct auth_file_query {
    const char *host; /* as the image's reference has it: "docker.io", "registry.example:5000" */
    const char *repository; /* "library/alpine" */
    bool old_form;          /* ~/.dockercfg */
};

/* Owns its members; auth_file_answer_release() frees and wipes. */
struct auth_file_answer {
    struct login login; /* empty: the file has none */
    char *helper;       /* or the X of docker-credential-X, which is to be asked, else NULL */
    char *server;       /* for what the helper is asked */
    bool is_store;      /* it is named for all hosts, not for this one */
};

/*
 * Fills ret, which starts as {0}; nothing but blanks in text is a file without logins, so that
 * /dev/null is one.  What is no JSON, or not of the form, is ERROR_CONFIGURATION; the message names
 * keys, never values, and the caller adds the file's name.
 */
bool auth_file_find(struct span text, const struct auth_file_query *query,
                    struct auth_file_answer *ret, struct error *err);
void auth_file_answer_release(struct auth_file_answer *answer);
#define AUTH_FILE_ANSWER_AUTO(name) \
    __attribute__((cleanup(auth_file_answer_release))) struct auth_file_answer name = {0}

#endif
