/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Documents of Thoth's own package-extract and buildlog-parser in our words, so that
 * what was stored in years before can be observed too.
 *
 * They are told by their analyzer, and have the envelope but no result.schema.  All
 * that they tell and an observation asks for is said again as this project's analyses
 * say it; what they do not know (layers of packages, diff_ids, lines of the log) is
 * absent.  Their own members stay.  Pure.
 *
 *     package-extract 1.x   rpm-dependencies, deb, python-packages -> packages;
 *                           skopeo-inspect and arguments.extract-image -> image
 *     buildlog-parser       installation -> packages; info.push_successful -> outcome
 *     build-analyzers       a list of {package, version_installed, ...} or, of yum,
 *                           {name, version, ...} as result -> packages
 */
#ifndef THOTH_DOCUMENT_H
#define THOTH_DOCUMENT_H

#include <jansson.h>

#include "error.h"

/*
 * Changes document in place when it is one of Thoth's; any other is left as it is.
 * False with err set (ERROR_MALFORMED) when one of Thoth's lacks what its kind must have.
 */
bool thoth_document_translate(json_t *document, struct error *err);

#endif
