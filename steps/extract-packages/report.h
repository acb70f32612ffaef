/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The image analysis document, and the table for people.
 */
#ifndef REPORT_H
#define REPORT_H

#include "formats.h"

/*
 * Warnings that come of the image's own facts (no layers, variables that are left out): to be
 * called once, when findings are finished and before anything is written.
 */
void report_add_warnings(const struct image *image, struct findings *findings);

/*
 * result's members of the image analysis but "schema": package-extract's keys,
 * which graph sync reads without asking, then packages, image and warnings
 * (docs/documents.md).
 */
void report_write(struct json_out *w, const struct image *image, const struct findings *findings);

/* One package a line under a head, columns aligned, then the warnings (struct format). */
bool report_write_table(const struct analysis *analysis, const char *version, struct output *out,
                        struct error *err);

#endif
