/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Relationship fields of Debian packages (Debian Policy 7.1): "a (>= 1) | b, c:any".
 * Pure; anything that is no such field gives what can be made of it.
 */
#ifndef CATALOGERS_DEB_RELATIONS_H
#define CATALOGERS_DEB_RELATIONS_H

#include <jansson.h>

#include "span.h"

/* Appends each comma-separated part, as it stands, to list. */
void deb_split(json_t *list, struct span field);

/*
 * [{"name", "version"}], each alternative of "a | b" an entry of its own, as package-extract
 * has it: name without ":any", version the range without its parentheses (">= 1"), "" for none.
 */
json_t *deb_relations(struct span field);

#endif
