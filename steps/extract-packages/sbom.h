/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the SBOM formats have in common: names for the packages that one can point to, a
 * name for the file itself, and facts of the image in the words of SBOMs.
 *
 * An SBOM is written from the findings as they are; beside them 20 bytes a package are held.
 */
#ifndef SBOM_H
#define SBOM_H

#include "formats.h"
#include "licenses.h"
#include "relations.h"

#define SBOM_TOOL "extract-packages"
#define SBOM_AUTHOR "build-analysis"

struct sbom {
    const struct analysis *analysis;
    const json_t *packages;
    struct relations relations;
    uint32_t *twins; /* per package: how many before it are the same in all that its id tells */
    struct json_out w;
};

/* The writer goes to out; both are borrowed.  Release it in any case. */
void sbom_init(struct sbom *sbom, const struct analysis *analysis, struct output *out);
void sbom_release(struct sbom *sbom);

/*
 * "deb-bash-0123456789abcdef" of a package: no other has it, the same package in the same place
 * has it in every SBOM, and it is of [A-Za-z0-9.-] alone.
 */
#define SBOM_ID_SIZE 128
struct sbom_id {
    char text[SBOM_ID_SIZE];
};
struct sbom_id sbom_id_of(const struct sbom *sbom, size_t row);
#define SBOM_ID(sbom, row) (sbom_id_of(sbom, row).text)

/* A UUID (RFC 9562, version 8): with SOURCE_DATE_EPOCH that of the work and format, else a new one. */
#define SBOM_UUID_SIZE 37
struct sbom_uuid {
    char text[SBOM_UUID_SIZE];
};
struct sbom_uuid sbom_make_uuid(const struct analysis *analysis, const char *format,
                                const char *version);

/* "2023-11-14T22:13:20Z" */
#define SBOM_TIME_SIZE 40
struct sbom_time {
    char text[SBOM_TIME_SIZE];
};
struct sbom_time sbom_now(void);

/* The digest of the layer that "layer" or "removed_by" of a package numbers; "" when there is none. */
struct digest_text sbom_layer_of(const struct sbom *sbom, const json_t *package, const char *key);
/* Is a package in the image: did no later layer remove it? */
bool sbom_is_there(const struct sbom *sbom, size_t row);
/* Appends a warning of the findings: "CODE: PATH: MESSAGE". */
#define SBOM_WARNING_SIZE (3 * (LIMIT_PATH + LIMIT_ERROR_MESSAGE))
void sbom_add_warning(struct strbuf *out, const json_t *warning);
/* The purl of the image (pkg:oci): a new JSON string. */
json_t *sbom_image_purl(const struct analysis *analysis);
/* Does the image say which operating system it holds? */
bool sbom_has_system(const struct analysis *analysis);
/* CPE_NAME of os-release(5) when it is a CPE name of an operating system, else empty. */
struct span sbom_system_cpe(const struct analysis *analysis);

#endif
