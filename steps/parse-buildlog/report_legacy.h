/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The keys of thoth-buildlog-parser's documents, with its names and types:
 * failed, recovered, installation, installation_successful, pipfile_lock,
 * thoth_config, info.
 */
#ifndef REPORT_LEGACY_H
#define REPORT_LEGACY_H

#include "analysis.h"
#include "json_out.h"

void report_legacy(const struct analysis *a, struct json_out *w);

#endif
