/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which CPython a program or library is, from its own bytes, without running it.
 * Pure functions on any bytes; the spans they give look into these.
 */
#ifndef CATALOGERS_PYTHON_VERSION_H
#define CATALOGERS_PYTHON_VERSION_H

#include "span.h"

/* The interpreter's version ("3.11.2", "3.14.0rc1", "3.9.1+") where these bytes hold it. */
bool python_version_find(struct span bytes, struct span *ret_version);
/* The name of the library ("libpython3.13.so.1.0") that holds the interpreter of a thin program. */
bool python_library_find(struct span bytes, struct span *ret_name);

#endif
