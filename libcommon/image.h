/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An image as the steps pass it on: what an OCI manifest and config say, and
 * where its blobs lie.  fetch-image writes it as the image document, the others
 * read it back.
 *
 * struct image owns everything in it; image_release frees it.  The pure parsers
 * take bytes whose digest was checked before.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include <jansson.h>

#include "digest.h"
#include "error.h"
#include "json_out.h"
#include "media_type.h"

/* image-spec descriptor.md */
struct descriptor {
    char *media_type;
    struct digest digest;
    uint64_t size; /* bytes */
    char *data;    /* so many bytes, which are right, where they need not be asked for; or NULL */
    char **urls;   /* of a foreign layer: http:// and https:// places that may have it */
    size_t url_count;
};

struct platform {
    char *os;
    char *architecture;
    char *variant;    /* NULL: none */
    char *os_version; /* "os.version", which Windows has; NULL: none */
};

struct layer {
    struct descriptor blob;
    bool has_diff_id;
    struct digest diff_id; /* of the inflated bytes, from the config */
    bool absent;           /* not in the layout */
};

/* One of the images for several platforms. */
struct platform_manifest {
    struct platform platform;
    struct descriptor manifest;
};

struct image {
    char *reference; /* as asked */
    char *resolved;  /* name@sha256:..., or the reference's place with the digest */
    char *layout;    /* folder of the OCI layout, as an absolute path; NULL: no blob was kept */
    struct platform platform;
    struct descriptor manifest;
    struct descriptor config;
    struct layer *layers; /* lowest first */
    size_t layer_count;
    json_t *config_json; /* the parsed config; NULL for an artifact whose is no JSON */
    char *artifact_type; /* what it is instead of an image; NULL: an image */
    bool is_attestation; /* in an index, of another image there (BuildKit's provenance and SBOM) */
    /* Where all platforms were asked for: the index they stand in (media_type NULL: none), and each. */
    struct descriptor index;
    struct platform_manifest *platforms;
    size_t platform_count;
    json_t *warnings; /* an array of {code, path, message}, NULL: none; not read back */
};

void descriptor_release(struct descriptor *d);
void descriptor_copy(struct descriptor *to, const struct descriptor *from);
void platform_copy(struct platform *to, const struct platform *from);
void image_release(struct image *image);
#define IMAGE_AUTO(name) __attribute__((cleanup(image_release))) struct image name = {0}

/*
 * As asked, and as resolved, which is its name (reference_name()) and the digest by which the manifest is asked
 * for there, in the place of what it was called before.
 */
void image_set_reference(struct image *image, const char *reference, const char *name,
                         const struct digest *digest);

/*
 * A descriptor object: mediaType (may be absent), digest, size, data, urls.  Of data, what is not of this size and
 * digest is passed over; those of OCI's empty config (image-spec manifest.md) are known.
 */
bool descriptor_parse(const json_t *object, struct descriptor *ret, struct error *err);

/* mediaType, digest and size, into an object that was begun. */
void descriptor_write_members(struct json_out *w, const struct descriptor *d);

/* True for an index or a manifest list (by mediaType, else by having "manifests" and no "layers"). */
bool manifest_is_index(const json_t *manifest);

/*
 * Fills manifest's config and layers into image from the parsed manifest (OCI,
 * or docker schema 2).  Schema 1 and the artifact manifests that OCI had in a draft are refused by name.
 *
 * It is an artifact where its config is of another type than an image's (a chart, a model), or none of its
 * layers is of an image's (a cosign signature, an attestation).  Its type is artifactType, else the config's
 * if that is its own, else that of the first layer (image-spec manifest.md, "Guidelines for Artifact Usage").
 */
bool image_set_manifest(struct image *image, const json_t *manifest, struct error *err);
/*
 * Keeps config and fills platform and the layers' diff_ids from it.  A number of diff_ids
 * other than that of the layers is ERROR_MALFORMED.  Takes config over.
 */
bool image_set_config_take(struct image *image, json_t *config, struct error *err);
/* The same of its text.  An artifact's may be anything, and its diff_ids of anything. */
bool image_set_config_text(struct image *image, struct span text, struct error *err);

/*
 * The entry of a parsed index that is wanted: the one for platform (os, architecture, and, where
 * the platform has one, the os's version or its beginning), else the first that names no platform;
 * attestations are passed over.  A variant is taken exactly, else the nearest older generation
 * ("v7" of arm, "v8.1" of arm64, "v3" of amd64), where none means arm's v7, arm64's v8 and amd64's
 * v1, as containerd has it.  Of equals the one that is marked as packed with zstd, which unpacks faster, as
 * containers/image chooses; else the first.  When there is none the error lists what there is.
 */
bool index_choose(const json_t *index, const struct platform *wanted, struct descriptor *ret,
                  struct error *err);
/*
 * The entries of a parsed index; more than LIMIT_INDEX_MANIFESTS are ERROR_MALFORMED, as is what is an
 * image's manifest, too: one of two readers would be deceived (CVE-2021-41190).
 */
bool index_manifests(const json_t *index, json_t **ret, struct error *err);
/* True for an entry that is no image but tells of one (BuildKit's provenance and SBOMs). */
bool index_entry_is_attestation(const json_t *entry);
/* "os[(version)]/arch[/variant]" with the usual aliases (x86_64 is amd64, armhf arm/v7). */
bool platform_parse(struct span text, struct platform *ret, struct error *err);
/* This machine's: linux and its architecture. */
void platform_of_host(struct platform *ret);
void platform_release(struct platform *p);
/*
 * For an image that stands in no index, which nobody chose: ERROR_NO_INPUT when its config says that it is
 * for another os or architecture than the user asked for.
 */
bool image_check_platform(const struct image *image, const struct platform *asked,
                          struct error *err);

/* "created" of the config as seconds of the epoch, 0 when it has none. */
time_t image_created(const struct image *image);

/* An OCI manifest (image-spec manifest.md) over image's config and layers, for an image that has none. */
void image_write_manifest(struct json_out *w, const struct image *image);

/* Adds one of its warnings, of which path is null. */
void image_warn(struct image *image, const char *code, const char *message);
/* result's members of the image document but "schema" (docs/documents.md, image). */
void image_write(struct json_out *w, const struct image *image);
/* The same without where the blobs lie (layout, absent): what is so wherever the image is read. */
void image_write_facts(struct json_out *w, const struct image *image);
/* Reads them back; document is the whole image document. */
bool image_read(struct image *ret, const json_t *document, struct error *err);

#endif
