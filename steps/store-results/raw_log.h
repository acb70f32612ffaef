/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A build log as thoth-storages' BuildLogsStore keeps it: the document
 * {"apiversion": ..., "kind": "BuildLog", "log": TEXT}, named
 * buildlog-<SHA-256 of the document's bytes>.  Pure.
 */
#ifndef RAW_LOG_H
#define RAW_LOG_H

#include "error.h"
#include "strbuf.h"

/*
 * Appends the document made of a log's bytes to out.  bytes are the log itself,
 * or such a document (a JSON object with a string "log"), whose apiversion is
 * kept.  Secrets are masked when redact says so, and their places counted; then
 * invalid UTF-8 and NULs become U+FFFD.  Fails when out's ceiling is too low.
 */
bool raw_log_append(struct strbuf *out, struct span bytes, bool redact, size_t *ret_masked,
                    struct error *err);

#endif
