/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of Plug'n'Play: references to packages, and the data inside .pnp.cjs, a program of
 * which only the place of the data is known.  Pure.
 */
#ifndef CATALOGERS_YARN_PNP_TEXT_H
#define CATALOGERS_YARN_PNP_TEXT_H

#include "strbuf.h"

/* A part of the project itself. */
bool yarn_is_workspace(struct span reference);
/* That, or another folder that is linked to: nothing was installed. */
bool yarn_is_local(struct span reference);
/* Appends the version of what a registry gave, also where yarn patched it. False for others. */
bool yarn_version_of(struct span reference, struct strbuf *version);

/* True of a .pnp.cjs that reads .pnp.data.json. */
bool yarn_data_is_elsewhere(struct span program);
/* Appends the JSON that the program holds. False when there is none. */
bool yarn_find_data(struct span program, struct strbuf *json);

#endif
