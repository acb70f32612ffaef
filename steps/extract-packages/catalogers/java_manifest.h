/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * META-INF/MANIFEST.MF (JAR File Specification, "JAR Manifest"; OSGi Core, "Bundle
 * manifest headers"): of its main section the headers that tell what the archive is.
 */
#ifndef CATALOGERS_JAVA_MANIFEST_H
#define CATALOGERS_JAVA_MANIFEST_H

#include "limits.h"
#include "strbuf.h"

enum manifest_header {
    IMPLEMENTATION_TITLE,
    IMPLEMENTATION_VERSION,
    IMPLEMENTATION_VENDOR_ID,
    SPECIFICATION_VERSION,
    BUNDLE_SYMBOLIC_NAME, /* without its directives */
    BUNDLE_VERSION,
    BUNDLE_LICENSE,
    MANIFEST_HEADERS,
};

struct java_manifest {
    struct strbuf values[MANIFEST_HEADERS]; /* empty where there is none */
};

void java_manifest_init(struct java_manifest *m);
void java_manifest_release(struct java_manifest *m);
/* Reads any bytes: what is no header is passed over. The last of two equal names wins, as in Java. */
void java_manifest_read(struct java_manifest *m, struct span text);
/* The value without blanks around it; empty when it is too long. */
struct span java_manifest_value(const struct java_manifest *m, enum manifest_header header);

#endif
