/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A build log as thoth-storages' BuildLogsStore keeps it: the document
 * {"apiversion": ..., "kind": "BuildLog", "log": TEXT}, named
 * buildlog-<SHA-256 of the document's bytes>.  Written as the log comes, with
 * some MB of memory whatever its size.
 */
#ifndef RAW_LOG_H
#define RAW_LOG_H

#include "error.h"
#include "object_file.h"
#include "stream.h"

/*
 * Adds the document made of a log to file, which has begun.  log gives the log itself,
 * or such a document (a JSON object with a string "log", up to LIMIT_LOG_DOCUMENT bytes),
 * whose apiversion is kept.  Secrets are masked when redact says so, and their places
 * counted; then invalid UTF-8 and NULs become U+FFFD.  ERROR_NO_INPUT of an empty log.
 */
bool raw_log_write(struct object_file *file, struct stream *log, bool redact, size_t *ret_masked,
                   struct error *err);

#endif
