/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member.h"

#include "json_in.h"

void member_copy(json_t *object, const char *key, const json_t *from, const char *path,
                 json_type type)
{
    json_t *value = json_in_find(from, path);
    bool good = value && json_typeof(value) == type && json_integer_value(value) >= 0;

    json_put_take(object, key, good ? json_incref(value) : json_null());
}
