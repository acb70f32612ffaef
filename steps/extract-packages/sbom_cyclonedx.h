/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CycloneDX as JSON, 1.4 (the specification's 2022 edition) to 1.6 (ECMA-424). */
#ifndef SBOM_CYCLONEDX_H
#define SBOM_CYCLONEDX_H

#include "formats.h"

/* NULL-terminated, the default first. */
extern const char *const cyclonedx_versions[];

/* Struct format: version is one of cyclonedx_versions. */
bool cyclonedx_write(const struct analysis *analysis, const char *version, struct output *out,
                     struct error *err);

#endif
