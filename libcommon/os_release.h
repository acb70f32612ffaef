/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * os-release(5): shell-like assignments.  Used for this machine's own (the
 * documents' metadata) and for an image's.
 */
#ifndef OS_RELEASE_H
#define OS_RELEASE_H

#include <jansson.h>

#include "span.h"

/*
 * All assignments of text as {"lower-case name": "value"}, quotes and
 * backslashes resolved as a shell would; lines that are no assignment are passed
 * over, the last of equal names wins.  At most 1,000 names of 4 KiB are kept.
 * A new object, never NULL.
 */
json_t *os_release_parse(struct span text);

#endif
