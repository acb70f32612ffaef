/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The image analysis document, and the table for people.
 */
#ifndef REPORT_H
#define REPORT_H

#include "document.h"
#include "findings.h"
#include "image.h"
#include "output.h"

/*
 * result's members of the image analysis but "schema": package-extract's keys,
 * which graph sync reads without asking, then packages, image and warnings
 * (docs/documents.md).  Adds warnings to findings that come of the image's own
 * facts, so findings must be finished before and written once.
 */
void report_write(struct json_out *w, const struct image *image, struct findings *findings);

/* One package a line under a head, columns aligned, then the warnings. */
bool report_write_table(struct output *out, const struct findings *findings, struct error *err);

#endif
