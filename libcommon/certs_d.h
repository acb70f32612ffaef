/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The certificates that a machine or its user keeps for one registry (containers-certs.d(5),
 * docker's certs.d): the authorities to trust beside the system's, and who we are to it.
 *
 * They lie in the folder HOST or HOST:PORT of, the first that has it,
 * ${XDG_CONFIG_HOME:-~/.config}/containers/certs.d, /etc/containers/certs.d and /etc/docker/certs.d;
 * the folders of the other two are not looked into then.  *.crt are authorities, a *.cert and the *.key
 * of the same name a certificate of ours.  None is parsed here.
 */
#ifndef CERTS_D_H
#define CERTS_D_H

#include "cleanup.h"
#include "error.h"
#include "strbuf.h"

/* Owns its strings.  All are NULL where nothing is configured. */
struct certs_d {
    char *folder;
    char **authorities; /* paths, by their names */
    size_t authority_count;
    /* The pair that comes first by its name, if there is one: only one can be shown to a server. */
    char *certificate;
    char *key;
};

/*
 * host is a registry's as a reference has it, HOST[:PORT]; root goes before the paths of the machine's
 * folders: "" but in tests.  ret starts as {0}.  A *.cert without its *.key, and the other way round, is
 * ERROR_CONFIGURATION, as is a host that cannot be a folder's name; a folder that may not be read is
 * passed over, as podman does it, any other failure ERROR_LOCAL_IO.
 */
bool certs_d_find(const char *root, const char *host, struct certs_d *ret, struct error *err);
/* The same of a folder that the user names (--cert-dir), which must be there. */
bool certs_d_open(const char *folder, struct certs_d *ret, struct error *err);
/* Appends the texts of all authorities to out; a link to what is gone is passed over. */
bool certs_d_read_authorities(const struct certs_d *certs, struct strbuf *out, struct error *err);
void certs_d_release(struct certs_d *certs);
#define CERTS_D_AUTO(name) __attribute__((cleanup(certs_d_release))) struct certs_d name = {0}

#endif
