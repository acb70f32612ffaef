/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the path of a package.json says: only one right in a package's folder is that
 * package's, and a package's folder is node_modules/NAME or node_modules/@SCOPE/NAME.
 * Pure.
 */
#ifndef CATALOGERS_NPM_PLACE_H
#define CATALOGERS_NPM_PLACE_H

#include "span.h"

/* Of an installed package; spans look into the path. */
struct npm_place {
    struct span folder;  /* that holds package.json */
    struct span name;    /* as its folder is called: "name" or "@scope/name" */
    struct span project; /* the folder of the outermost node_modules; "" for the root */
    bool in_project;     /* false in Debian's folders, which no project has */
    bool nested;         /* inside another package's node_modules */
};

/*
 * False for what is no installed package: another folder, a hidden one (node_modules/.bin), a
 * scope, or a package's test data that has a node_modules of its own.
 */
bool npm_place_of(struct span path, struct npm_place *ret);
/* True if any folder on the way is node_modules. */
bool npm_is_inside_modules(struct span path);

#endif
