/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The packages of an SPDX 2 document (spdx.github.io/spdx-spec/v2.3) and of a CycloneDX one
 * (cyclonedx.org, 1.x), both in JSON.  Written as those of a database: "name" is TYPE/NAME of
 * the purl, "purl" the purl itself, and "licenses".
 */
#ifndef CATALOGERS_SBOM_DOCUMENTS_H
#define CATALOGERS_SBOM_DOCUMENTS_H

#include "database.h"

bool sbom_is_spdx(const json_t *root);
bool sbom_is_cyclonedx(const json_t *root);
/*
 * What the packages were made from or built with is left out.  default_type is that of packages
 * without a purl; NULL leaves them out.
 */
void sbom_write_spdx(struct database_writer *w, json_t *root, const char *default_type);
/* The component that the document is about, and those in it, at any depth. */
void sbom_write_cyclonedx(struct database_writer *w, json_t *root);

#endif
