/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Requirements as pip prints them: PEP 508, and URLs of all kinds.
 */
#ifndef REQUIREMENT_H
#define REQUIREMENT_H

#include "span.h"

struct requirement {
    struct span name;     /* of a repository whose name is not told: its URL */
    struct span version;  /* when it is pinned */
    struct span artifact; /* URL or file */
};

/* "X==1", "X==1 from URL", "X @ URL", URL */
struct requirement requirement_read(struct span text);
/* The name with which a requirement starts; empty: none. */
struct span requirement_name(struct span text);
/* "X (from a->b)": what is before, and the nearest of who asked for it. */
struct span requirement_split_from(struct span text, struct span *ret_from);

#endif
