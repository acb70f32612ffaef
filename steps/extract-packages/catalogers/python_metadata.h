/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Core metadata of Python distributions (PEP 566, 639): headers as of an e-mail,
 * up to the first empty line.  Pure.
 */
#ifndef CATALOGERS_PYTHON_METADATA_H
#define CATALOGERS_PYTHON_METADATA_H

#include "error.h"
#include "json_out.h"

/*
 * Writes "name", "version", "licenses": [] and "requires": [] into an object that the caller
 * began.  False with err, and nothing written, where there is no Name or no Version (pip passes
 * over such a distribution), or one that is too long.
 */
bool python_metadata_write_members(struct span text, struct json_out *facts, struct error *err);

#endif
