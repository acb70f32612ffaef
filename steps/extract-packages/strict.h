/* SPDX-License-Identifier: GPL-3.0-or-later */
/* --strict: whether what was not read is a failure. */
#ifndef STRICT_H
#define STRICT_H

#include "findings.h"

/* ERROR_MALFORMED with how many warnings tell of something lost, and the first of them. */
bool strict_check(const struct findings *findings, struct error *err);

#endif
