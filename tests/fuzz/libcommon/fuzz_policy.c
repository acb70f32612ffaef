/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "policy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is not accepted has a reason of one of two kinds. */
static void ask(const struct policy *policy, const char *transport, const char *identity)
{
    struct error err = {0};

    if (policy_accepts_identity(policy, transport, identity, &err) == error_is_set(&err) ||
        (error_is_set(&err) && err.kind != ERROR_PERMISSION && err.kind != ERROR_CONFIGURATION))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    POLICY_AUTO(policy);
    struct error err = {0};

    if (size > 64 * KIB)
        return 0;
    if (!policy_parse(span_of((const char *)data, size), "file", &policy, &err)) {
        if (err.kind != ERROR_CONFIGURATION || policy.root)
            abort();
        return 0;
    }
    ask(&policy, "docker", "a.b.example:5000/ns/repo:1");
    ask(&policy, "docker", "docker.io/library/a@sha256:00");
    ask(&policy, "oci", "/a/b");
    ask(&policy, "docker-archive", "");
    ask(&policy, "containers-storage", "[overlay@/s]a.example/x:1@00");
    return 0;
}
