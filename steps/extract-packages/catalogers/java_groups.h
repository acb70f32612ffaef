/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Maven groups of libraries that are built without Maven, so that no file in their jars tells
 * the group: Spring's above all.  A purl without its group matches no vulnerability.
 */
#ifndef CATALOGERS_JAVA_GROUPS_H
#define CATALOGERS_JAVA_GROUPS_H

#include "span.h"

/*
 * The group under which Maven Central has this artifact, a constant; empty where the artifact is
 * not one of the known ones.  Names are compared whole: others name theirs after these.
 */
struct span java_group_of_artifact(struct span artifact);

#endif
