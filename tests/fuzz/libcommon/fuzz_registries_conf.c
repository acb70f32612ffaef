/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "registries_conf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whatever the file says, what is asked is an image's name, the last of them no mirror. */
static void ask(const struct registries_conf *conf, const char *name)
{
    REFERENCE_AUTO(ref);
    REGISTRY_PLACES_AUTO(places);
    struct error err = {0};

    if (!registries_conf_resolve(conf, name, &ref, &err))
        abort();
    if (!registries_conf_places(conf, &ref, &places, &err)) {
        if ((err.kind != ERROR_PERMISSION && err.kind != ERROR_CONFIGURATION) || places.count)
            abort();
        return;
    }
    if (!places.count || places.items[places.count - 1].is_mirror)
        abort();
    for (size_t i = 0; i < places.count; i++)
        if (strpbrk(places.items[i].ref.host, "/@?#% \r\n") ||
            strpbrk(places.items[i].ref.repository, ":@?#% \r\n"))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    REGISTRIES_CONF_AUTO(conf);
    struct error err = {0};

    if (size > 64 * KIB)
        return 0;
    if (registries_conf_add(&conf, span_of((const char *)data, size), "file", &err) ==
        error_is_set(&err))
        abort();
    ask(&conf, "alpine");
    ask(&conf, "a.b.example:5000/ns/repo:1");
    ask(&conf, "registry.example/ns/repo@sha256:"
               "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    return 0;
}
