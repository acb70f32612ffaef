/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ways in which tools write a package's name and version.  Each function
 * reads a span and returns parts of it; false, or the empty span, when the text
 * is not of the form.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>

#include "span.h"

/* The next word of *rest, which moves past it and the blanks around. */
struct span next_word(struct span *rest);
/* The word begins with a digit, or with one after 'v'. */
bool is_version(struct span word);
/* Letters, digits, and bytes of more: what a name may hold. Never empty. */
bool is_name(struct span word, const char *more);

/* NAME (INSIDE) REST: *ret_rest is what follows the parenthesis. */
bool split_parenthesis(struct span text, struct span *ret_name, struct span *ret_inside,
                       struct span *ret_rest);
/* NAME-VERSION: the version starts after the last '-' before a digit. */
bool split_dash(struct span text, struct span *ret_name, struct span *ret_version);
/* NAME@VERSION, the name perhaps with a scope: @SCOPE/NAME@VERSION. */
bool split_at(struct span text, struct span *ret_name, struct span *ret_version);
/* NAME-[EPOCH:]VERSION-RELEASE[.ARCH] of rpm; the version with epoch and release. */
bool split_nevra(struct span text, struct span *ret_name, struct span *ret_version);
/* True if rpm knows the word as an architecture. */
bool is_rpm_arch(struct span word);
/*
 * Name and version of an artifact's file name or URL: wheels (PEP 427) and source
 * archives of Python.
 */
bool split_artifact(struct span artifact, struct span *ret_name, struct span *ret_version);

#endif
