/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The members that every document of a kind has, and their types: a table that the
 * build makes of the schemas (embed-required).  It finds what was cut, mixed up or
 * written by another program; the schemas, which the tests apply, say more.  Pure.
 */
#ifndef REQUIRED_H
#define REQUIRED_H

#include <jansson.h>
#include <stdbool.h>

#include "error.h"

/* ERROR_MALFORMED names the first member that is missing or of another type. Of a kind without schema all is well. */
bool required_keys_check(const json_t *document, struct error *err);

#endif
