/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What registries.conf says of names without a host.  Pure; for registries_conf*.c alone. */
#ifndef REGISTRIES_CONF_NAMES_H
#define REGISTRIES_CONF_NAMES_H

#include <jansson.h>

#include "error.h"

/* [aliases] of root, NAME = "HOST/REPOSITORY" or "" for none, into aliases: errors name the alias. */
bool names_add_aliases(const json_t *root, json_t *aliases, struct error *err);
/* unqualified-search-registries of root, if it is there, in place of what is in search. */
bool names_add_search(const json_t *root, json_t *search, struct error *err);

#endif
