/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX as JSON, 2.2 (ISO/IEC 5962:2021) and 2.3. */
#ifndef SBOM_SPDX_H
#define SBOM_SPDX_H

#include "formats.h"

/* NULL-terminated, the default first. */
extern const char *const spdx_versions[];

/* Struct format: version is one of spdx_versions. */
bool spdx_write(const struct analysis *analysis, const char *version, struct output *out,
                struct error *err);

#endif
