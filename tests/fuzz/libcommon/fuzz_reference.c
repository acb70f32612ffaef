/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cleanup.h"
#include "reference.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What goes into a URL's path holds nothing that ends it or leads out of it. */
static void check_for_url(const char *part)
{
    if (part && (strpbrk(part, " ?#%\\\r\n\t") || strstr(part, "..") || part[0] == '/'))
        abort();
}

static void check_registry(const struct reference *ref)
{
    struct reference again = {0};
    struct error err = {0};
    CLEANUP(cleanup_free)
    char *text =
        xasprintf("docker://%s/%s%s%s%s%s", ref->host, ref->repository, ref->tag ? ":" : "",
                  ref->tag ? ref->tag : "", ref->digest ? "@" : "", ref->digest ? ref->digest : "");

    check_for_url(ref->host);
    check_for_url(ref->repository);
    if (ref->tag && (strpbrk(ref->tag, "/?#% ") || ref->tag[0] == '.'))
        abort();
    /* The whole name means the same. */
    if (!reference_parse(text, &again, &err) || strcmp(again.host, ref->host) != 0 ||
        strcmp(again.repository, ref->repository) != 0 || !again.tag != !ref->tag)
        abort();
    reference_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    REFERENCE_AUTO(ref);
    struct error err = {0};
    CLEANUP(cleanup_free) char *text = NULL;

    if (size > LIMIT_REFERENCE + 1)
        return 0;
    text = xmemdup0(data, size);
    if (!reference_parse(text, &ref, &err)) {
        if (err.kind != ERROR_USAGE && err.kind != ERROR_CONFIGURATION)
            abort();
        return 0;
    }
    if (ref.transport == TRANSPORT_REGISTRY)
        check_registry(&ref);
    else if (ref.path ? !ref.path[0] : ref.transport != TRANSPORT_STORAGE)
        abort();
    return 0;
}
