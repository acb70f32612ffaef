/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Maven's own word on what an archive is: pom.properties (java.util.Properties, the text
 * form), which the archiver writes, and pom.xml (the POM reference, 4.0.0).
 */
#ifndef CATALOGERS_JAVA_POM_H
#define CATALOGERS_JAVA_POM_H

#include <jansson.h>

#include "error.h"
#include "java_id.h"

/* Takes groupId, artifactId and version, those that are there, of any bytes. */
void java_pom_properties_read(struct span text, struct maven_id *id);

/*
 * Takes the same of a pom.xml; what it inherits and names by ${...} is resolved within the file,
 * and empty when that does not suffice.  Names of licences are appended to the array licenses.
 * Declarations of its own (entities) are refused: false with err.
 */
bool java_pom_xml_read(struct span text, struct maven_id *id, json_t *licenses, struct error *err);

#endif
