/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A manifest, and its values and the whole as names of files, bundles and places. */
#include <stdlib.h>

#include "catalogers/java_id.h"
#include "catalogers/java_manifest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = span_of((const char *)data, size);
    struct java_manifest m;
    struct span artifact;
    struct span version;

    if (size > 64 * KIB)
        return 0;
    java_manifest_init(&m);
    java_manifest_read(&m, text);
    java_split_stem(java_file_stem(text), java_manifest_value(&m, IMPLEMENTATION_VERSION),
                    &artifact, &version);
    if (artifact.len + version.len > size)
        abort();
    if (java_group_of_bundle(java_manifest_value(&m, BUNDLE_SYMBOLIC_NAME), artifact).len > size ||
        java_group_of_vendor(java_manifest_value(&m, IMPLEMENTATION_VENDOR_ID), artifact).len >
            size)
        abort();
    MAVEN_ID_AUTO(id);
    if (java_id_of_repository_path(text, &id) && !id.artifact.len)
        abort();
    java_manifest_release(&m);
    return 0;
}
