/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a Maven repository keeps an artifact:
 * .../org/apache/commons/commons-lang3/3.12.0/commons-lang3-3.12.0.jar
 */
#ifndef MAVEN_PATH_H
#define MAVEN_PATH_H

#include <stdbool.h>

#include "span.h"
#include "strbuf.h"

/*
 * GROUP:ARTIFACT into name and the version of a jar, war, ear or aar at this path
 * or URL; the artifact alone where the URL does not tell where the group begins.
 * False for poms, checksums, and jars of sources and the like.
 */
bool split_maven_path(struct span path, struct strbuf *name, struct span *ret_version);

#endif
