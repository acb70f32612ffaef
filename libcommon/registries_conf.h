/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which registry an image is really had from: registries.conf, version 2 (containers-registries.conf(5),
 * containers-registries.conf.d(5)), as skopeo and podman read it.
 *
 * Read once, ask for each image, release.  The file is the one that CONTAINERS_REGISTRIES_CONF names,
 * else ${XDG_CONFIG_HOME:-~/.config}/containers/registries.conf, else /etc/containers/registries.conf;
 * then the *.conf of /etc/containers/registries.conf.d and of the same folder beside the user's file, by
 * their names (of the user's alone when the user's file was taken).  A later [[registry]] replaces an
 * earlier one of the same prefix, in one file the first counts; aliases are replaced by name.  Aliases
 * that podman has recorded (short-name-aliases.conf) go before all.
 *
 * What is wrong in a file is ERROR_CONFIGURATION, naming file and table; tables and keys that we do not
 * know are passed over, as there.  Version 1 is refused by name.
 */
#ifndef REGISTRIES_CONF_H
#define REGISTRIES_CONF_H

#include <jansson.h>

#include "error.h"
#include "reference.h"
#include "span.h"

/* Starts as {0}; owns its trees, which are checked and which registries_conf_add() describes. */
struct registries_conf {
    json_t *registries;
    json_t *aliases;
    json_t *search;
};

/* root goes before the paths of the machine's files: "" but in tests. */
bool registries_conf_read(const char *root, struct registries_conf *ret, struct error *err);
/* Adds what one file says over what there is: pure.  file is for messages. */
bool registries_conf_add(struct registries_conf *conf, struct span text, const char *file,
                         struct error *err);
void registries_conf_release(struct registries_conf *conf);
#define REGISTRIES_CONF_AUTO(name) \
    __attribute__((cleanup(registries_conf_release))) struct registries_conf name = {0}

/*
 * What a bare name, NAME[:TAG][@DIGEST] without transport, means: its alias with the same tag and digest
 * (podman's rule) if the name has no host and there is one, else what reference_parse_name() makes of it,
 * which is docker.io without a host (docker's rule).  unqualified-search-registries are never searched,
 * as that would leave to others what a name means.
 */
bool registries_conf_resolve(const struct registries_conf *conf, const char *name,
                             struct reference *ret, struct error *err);

/* One place where an image may be had. */
struct registry_place {
    struct reference ref; /* always with TRANSPORT_REGISTRY; its tag and digest are the image's */
    bool insecure;        /* neither certificates nor TLS are insisted on */
    bool is_mirror;
};

struct registry_places {
    struct registry_place *items;
    size_t count; /* 1 at least */
};

/*
 * Where to ask for ref (TRANSPORT_REGISTRY), in this order: the mirrors that may be asked for it, then
 * the location itself.  The [[registry]] with the longest prefix of the image's name counts; a literal
 * one goes before a wildcard of the same length.  As skopeo has it, the prefix "host" is one of
 * "host:5000/repository" too, and for "*.example.com" the location replaces the host without its port.
 *
 * An image whose name, or whose location, is blocked is ERROR_PERMISSION, naming file and prefix; a
 * location that makes no image's name ERROR_CONFIGURATION.  ret starts as {0}.
 */
bool registries_conf_places(const struct registries_conf *conf, const struct reference *ref,
                            struct registry_places *ret, struct error *err);
void registry_places_release(struct registry_places *places);
#define REGISTRY_PLACES_AUTO(name) \
    __attribute__((cleanup(registry_places_release))) struct registry_places name = {0}

#endif
