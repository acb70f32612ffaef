/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is stored already, as JSON. */
#ifndef STORED_JSON_H
#define STORED_JSON_H

#include <jansson.h>

#include "object_store.h"

/*
 * *ret: a new reference; NULL when nothing lies under this key (*ret_found false), or what is no JSON.  False
 * with err set when the store failed.
 */
bool stored_json_get(struct object_store *store, const char *key, json_t **ret, bool *ret_found,
                     struct error *err);

#endif
