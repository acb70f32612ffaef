/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the media types of a manifest's config and layers say (image-spec media-types.md, Docker's
 * image-spec v1 and distribution's manifest-v2-2.md).  NULL and "" are types that say nothing.
 *
 * A type is a claim: how a layer is compressed is seen in its bytes (inflate.h), and this is asked
 * only for what bytes do not tell.
 */
#ifndef MEDIA_TYPE_H
#define MEDIA_TYPE_H

#include <stdbool.h>

#include "span.h"

#define MEDIA_TYPE_OCI_INDEX "application/vnd.oci.image.index.v1+json"
#define MEDIA_TYPE_OCI_MANIFEST "application/vnd.oci.image.manifest.v1+json"
#define MEDIA_TYPE_OCI_ARTIFACT "application/vnd.oci.artifact.manifest.v1+json"
#define MEDIA_TYPE_OCI_CONFIG "application/vnd.oci.image.config.v1+json"
#define MEDIA_TYPE_OCI_EMPTY "application/vnd.oci.empty.v1+json"
#define MEDIA_TYPE_OCI_LAYER "application/vnd.oci.image.layer.v1.tar"
#define MEDIA_TYPE_DOCKER_LIST "application/vnd.docker.distribution.manifest.list.v2+json"
#define MEDIA_TYPE_DOCKER_MANIFEST "application/vnd.docker.distribution.manifest.v2+json"
#define MEDIA_TYPE_DOCKER_SCHEMA1 "application/vnd.docker.distribution.manifest.v1+prettyjws"
#define MEDIA_TYPE_DOCKER_CONFIG "application/vnd.docker.container.image.v1+json"

/*
 * False for what has control characters: types from outside go into headers of requests.  Other
 * bytes that no type has (RFC 6838, 4.2) are let pass.
 */
bool media_type_is_printable(struct span type);
/* An image's config, or a type that does not say what it is of. */
bool media_type_is_image_config(const char *type);
/* A layer of a root file system, or a type that does not say what it is of. */
bool media_type_is_layer(const char *type);
/* Docker's "foreign" and OCI's "nondistributable": registries need not have the blob. */
bool media_type_is_foreign(const char *type);
/* Encrypted with ocicrypt, of which the type is the only sign. */
bool media_type_is_encrypted(const char *type);

#endif
