/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An observation as a page for people: outcome, images, what changed, and, for a
 * build that failed, the cause with its lines and what to do about it.  Pure.
 */
#ifndef SUMMARY_H
#define SUMMARY_H

#include <jansson.h>

#include "strbuf.h"

/* Appends the page of an observation's result to out; colour as ECMA-48 sequences. */
void summary_append(struct strbuf *out, const json_t *result, bool colour);

#endif
