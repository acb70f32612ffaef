/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "media_type.h"

#include <string.h>

#include "limits.h"

static bool says_nothing(const char *type)
{
    return !type || !*type || strcmp(type, "application/octet-stream") == 0;
}

static bool starts_with(const char *type, const char *prefix)
{
    return span_starts_with(span_string(type), prefix);
}

bool media_type_is_printable(struct span type)
{
    for (size_t i = 0; i < type.len; i++)
        if ((unsigned char)type.data[i] < ' ' || type.data[i] == 0x7f)
            return false;
    return type.len <= LIMIT_MEDIA_TYPE;
}

bool media_type_is_image_config(const char *type)
{
    return says_nothing(type) || strcmp(type, MEDIA_TYPE_OCI_CONFIG) == 0 ||
           strcmp(type, MEDIA_TYPE_DOCKER_CONFIG) == 0;
}

bool media_type_is_layer(const char *type)
{
    return says_nothing(type) || starts_with(type, "application/vnd.oci.image.layer.") ||
           starts_with(type, "application/vnd.docker.image.rootfs.");
}

bool media_type_is_foreign(const char *type)
{
    return starts_with(type, "application/vnd.docker.image.rootfs.foreign.") ||
           starts_with(type, "application/vnd.oci.image.layer.nondistributable.");
}

bool media_type_is_encrypted(const char *type)
{
    static const struct span suffix = {"+encrypted", sizeof "+encrypted" - 1};
    struct span text = span_string(type);

    return text.len >= suffix.len && span_equal(span_skip(text, text.len - suffix.len), suffix);
}
