/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stored_json.h"

#include "json_in.h"

bool stored_json_get(struct object_store *store, const char *key, json_t **ret, bool *ret_found,
                     struct error *err)
{
    STRBUF_AUTO(body, LIMIT_DOCUMENT + 1);
    struct error unreadable = {0};

    *ret = NULL;
    if (!object_store_get(store, key, &body, ret_found, err))
        return false;
    if (*ret_found)
        *ret = json_in_parse(strbuf_span(&body), "stored document", &unreadable);
    return true;
}
