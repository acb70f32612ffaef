/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The image document (docs/documents.md, image). */
#ifndef WRITE_DOCUMENT_H
#define WRITE_DOCUMENT_H

#include <time.h>

#include "image.h"
#include "options.h"
#include "output.h"
#include "referrers.h"

/* Of an image that was fetched since started, to out, which the caller commits. */
bool write_document(const struct options *options, const struct image *image,
                    const struct referrers *referrers, time_t started, struct output *out,
                    struct error *err);

#endif
