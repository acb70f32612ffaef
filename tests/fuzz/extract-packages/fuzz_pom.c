/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same bytes as pom.xml and as pom.properties. */
#include <stdlib.h>

#include "catalogers/java_pom.h"
#include "json_in.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span text = span_of((const char *)data, size);
    CLEANUP(cleanup_json) json_t *licenses = json_new_array();
    struct error err = {0};

    if (size > 64 * KIB)
        return 0;
    MAVEN_ID_AUTO(of_xml);
    MAVEN_ID_AUTO(of_properties);
    if (!java_pom_xml_read(text, &of_xml, licenses, &err) && !error_is_set(&err))
        abort();
    java_pom_properties_read(text, &of_properties);
    return 0;
}
