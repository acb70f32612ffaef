/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alternatives.h"

/* With its brackets; a ']' that comes first is one of its characters. */
static size_t class_length(struct span s)
{
    size_t i = s.len > 1 && s.data[1] == '^' ? 2 : 1;

    for (i += i < s.len && s.data[i] == ']'; i < s.len && s.data[i] != ']'; i++) {
        struct span rest = span_skip(s, i);

        if (span_starts_with(rest, "[:"))
            i += span_find(rest, ":]") + 1;
        else
            i += s.data[i] == '\\';
    }
    return i < s.len ? i + 1 : s.len;
}

struct span alternatives_atom(struct span *rest)
{
    struct span atom = *rest;

    if (atom.data[0] == '\\')
        atom = span_head(atom, 2);
    else
        atom = span_head(atom, atom.data[0] == '[' ? class_length(atom) : 1);
    *rest = span_skip(*rest, atom.len);
    return atom;
}

bool alternatives_next(struct span *rest, struct span *ret_one)
{
    struct span all = *rest;
    size_t depth = 0;

    if (all.len == 0)
        return false;
    while (rest->len) {
        struct span atom = alternatives_atom(rest);

        if (atom.data[0] == '|' && depth == 0) {
            *ret_one = span_head(all, (size_t)(atom.data - all.data));
            return true;
        }
        if (atom.data[0] == '(')
            depth++;
        else if (atom.data[0] == ')' && depth)
            depth--;
    }
    *ret_one = all;
    return true;
}
