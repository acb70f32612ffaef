/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The image document of the new place, with what was done with each blob (docs/documents.md, image). */
#ifndef RECEIPT_H
#define RECEIPT_H

#include <time.h>

#include "push.h"

/* Writes it to the options' output. */
bool receipt_write(const struct options *options, const struct image *image,
                   const struct push *push, time_t started, struct error *err);

#endif
