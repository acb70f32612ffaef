/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The members of one JSON object, or the elements of one array, without a tree of it: for
 * records of which a few small members are wanted and long ones passed over.
 *
 *     struct span rest = bytes;
 *     if (json_members_begin(&rest, '{'))
 *         while (json_members_next(&rest, &key, &value)) ...
 *     if (!json_members_ended(&rest, '}')) ...
 *
 * Only the ends of values are looked for (brackets outside of strings); who takes a value
 * gives it to json_in_parse().  Pure, linear, and without recursion.
 */
#ifndef CATALOGERS_JSON_MEMBERS_H
#define CATALOGERS_JSON_MEMBERS_H

#include "span.h"

/* Passes the opening bracket. */
bool json_members_begin(struct span *rest, char bracket);
/* The next member of an object: its name as it is spelled between the quotes, and its value's text. */
bool json_members_next(struct span *rest, struct span *ret_name, struct span *ret_value);
/* The next element of an array. */
bool json_elements_next(struct span *rest, struct span *ret_value);
/* True when the closing bracket is next: false is a value that is cut or damaged. */
bool json_members_ended(struct span *rest, char bracket);

#endif
