/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Image references as skopeo, docker and podman spell them (containers-transports(5),
 * distribution reference grammar).  Pure: nothing is opened or asked here.
 *
 *     oci:DIR[:TAG|:@N]  oci-archive:FILE[:TAG|:@N]  docker-archive:FILE[:NAME[:TAG]|:@N]  dir:DIR
 *     containers-storage:[STORE]NAME[:TAG][@DIGEST|@ID]  containers-storage:[STORE]@ID, or ID
 *     docker-daemon:NAME[:TAG][@DIGEST]      docker-daemon:@ID
 *     docker://NAME[:TAG][@DIGEST]           NAME[:TAG][@DIGEST]
 *
 * skopeo's other transports are refused by name, so that "ostree:x" is never taken for a tag of Docker
 * Hub's.
 *
 * struct reference owns its strings; reference_release frees them.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "error.h"
#include "span.h"

enum transport {
    TRANSPORT_OCI,
    TRANSPORT_OCI_ARCHIVE,
    TRANSPORT_DOCKER_ARCHIVE,
    TRANSPORT_DIR,
    TRANSPORT_DOCKER_DAEMON,
    TRANSPORT_STORAGE,
    TRANSPORT_REGISTRY,
};

struct reference {
    enum transport transport;
    char *path;    /* local transports: file or folder; docker-daemon: what the daemon is asked for;
                         containers-storage: its root, or NULL */
    char *options; /* containers-storage: of its driver, joined by commas, or NULL */
    char *host;    /* registry: host[:port]; docker.io when the name has none */
    char *repository; /* registry: "library/alpine" */
    /* Local: the name after the path, or NULL; registry: "latest" when neither tag nor digest is given. */
    char *tag;
    char *digest; /* registry: "sha256:...", or NULL; it wins over the tag */
};

/* A reference that does not parse is ERROR_USAGE, naming the part that is wrong. */
bool reference_parse(const char *text, struct reference *ret, struct error *err);
/* NAME[:TAG][@DIGEST] alone, without transports. */
bool reference_parse_name(const char *text, struct reference *ret, struct error *err);
/* What the image is called without tag and digest: "HOST/REPOSITORY" in a registry, else text, which it is of. */
char *reference_name(const struct reference *ref, const char *text);
/*
 * A name's part before the first '/' is a host when it could not be a repository's: it has a dot or a
 * port, or is localhost.
 */
bool reference_is_host(struct span first);
/* As text, or as names of registries: "alpine", "alpine:latest" and "docker.io/library/alpine" are one. */
bool reference_same_name(const char *a, const char *b);
void reference_release(struct reference *ref);
#define REFERENCE_AUTO(name) __attribute__((cleanup(reference_release))) struct reference name = {0}

#endif
