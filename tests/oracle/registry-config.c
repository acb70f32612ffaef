/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What libcommon reads from the configuration of registries, to compare with skopeo:
 *
 *     registry-config places NAME               HOST/REPOSITORY:TAG, one a line, " insecure" behind it
 *     registry-config login HOST REPOSITORY     the user
 *     registry-config certificates HOST         the folder
 *     registry-config policy REFERENCE          nothing, when it may be taken
 *
 * Errors are one line on stderr, and end it with our exit status for them.
 */
#include <stdio.h>
#include <string.h>

#include "certs_d.h"
#include "credentials.h"
#include "exit_status.h"
#include "policy.h"
#include "registries_conf.h"

static bool show_places(const char *name, struct error *err)
{
    REGISTRIES_CONF_AUTO(conf);
    REFERENCE_AUTO(ref);
    REGISTRY_PLACES_AUTO(places);

    if (!registries_conf_read("", &conf, err) || !registries_conf_resolve(&conf, name, &ref, err) ||
        !registries_conf_places(&conf, &ref, &places, err))
        return false;
    for (size_t i = 0; i < places.count; i++) {
        const struct reference *at = &places.items[i].ref;

        printf("%s/%s%s%s%s\n", at->host, at->repository, at->digest ? "@" : ":",
               at->digest ? at->digest : at->tag, places.items[i].insecure ? " insecure" : "");
    }
    return true;
}

static bool show_login(const char *host, const char *repository, struct error *err)
{
    struct credentials_query query = {.host = host, .repository = repository};
    CREDENTIALS_AUTO(found);

    if (!credentials_find(&query, &found, err))
        return false;
    if (found.login.user)
        puts(found.login.user);
    return true;
}

static bool show_certificates(const char *host, struct error *err)
{
    CERTS_D_AUTO(certs);

    if (!certs_d_find("", host, &certs, err))
        return false;
    if (certs.folder)
        puts(certs.folder);
    return true;
}

static bool ask_policy(const char *text, struct error *err)
{
    POLICY_AUTO(policy);
    REFERENCE_AUTO(ref);

    return policy_read("", &policy, err) && reference_parse(text, &ref, err) &&
           policy_accepts(&policy, &ref, err);
}

static bool run(int argc, char **argv, struct error *err)
{
    if (argc == 3 && strcmp(argv[1], "places") == 0)
        return show_places(argv[2], err);
    if (argc == 4 && strcmp(argv[1], "login") == 0)
        return show_login(argv[2], argv[3], err);
    if (argc == 3 && strcmp(argv[1], "certificates") == 0)
        return show_certificates(argv[2], err);
    if (argc == 3 && strcmp(argv[1], "policy") == 0)
        return ask_policy(argv[2], err);
    return error_set(err, ERROR_USAGE, "usage: registry-config places|login|certificates|policy");
}

int main(int argc, char **argv)
{
    struct error err = {0};

    if (!run(argc, argv, &err))
        fprintf(stderr, "%s\n", err.message);
    return exit_status_of(err.kind);
}
