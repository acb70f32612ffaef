/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of an input, as they are handed on. */
#ifndef MEMBER_H
#define MEMBER_H

#include <jansson.h>

/*
 * Puts the value at path of from into object: null when there is none or it is of another type, so
 * that what is wrong in an input is not in the observation.  An integer is 0 or more.
 */
void member_copy(json_t *object, const char *key, const json_t *from, const char *path,
                 json_type type);

#endif
