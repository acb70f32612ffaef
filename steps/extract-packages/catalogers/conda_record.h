/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The record of one installed conda package, as conda, mamba and rattler write it (conda's
 * PrefixRecord).
 *
 * Facts: {"name", "version", "build", "channel", "subdir", "kind", "license", "depends": [],
 * "requested": bool or null, "files": those below the prefix (owned_files.h), "more_files": bool}.
 */
#ifndef CATALOGERS_CONDA_RECORD_H
#define CATALOGERS_CONDA_RECORD_H

#include "cataloger.h"

/* The parse() of the cataloger "conda". Paths of sources (.py, .h) are not among "files". */
bool conda_record_parse(const struct wanted_file *file, struct json_out *facts, struct error *err);

#endif
