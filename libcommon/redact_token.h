/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What redact.c looks for at one place of a text, as pure functions: the shapes
 * of tokens.  For redact*.c alone.
 */
#ifndef REDACT_TOKEN_H
#define REDACT_TOKEN_H

#include "byte_class.h"
#include "span.h"

/* The length of the token that text starts with, 0 if it is none. */
size_t redact_token_length(struct span text);
/*
 * "Bearer TOKEN" and "Basic BASE64" (RFC 9110, section 11.4) at the start of text:
 * the length of the token, and of what is before it in *ret_scheme; else 0.
 */
size_t redact_credential_length(struct span text, size_t *ret_scheme);

#endif
