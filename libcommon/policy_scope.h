/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scopes of policy.json: which of them an image lies in.  Pure; for policy.c alone. */
#ifndef POLICY_SCOPE_H
#define POLICY_SCOPE_H

#include <jansson.h>

#include "error.h"
#include "strbuf.h"

/* A scope that no image of the transport could lie in is ERROR_CONFIGURATION. */
bool policy_scope_check(const char *transport, const char *scope, struct error *err);
/*
 * The requirements for an image, of a policy that was checked (borrowed, never NULL); where they stand,
 * fit for a message, is appended to where.
 */
const json_t *policy_scope_find(const json_t *root, const char *transport, const char *identity,
                                struct strbuf *where);

#endif
