/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of two versions of a package is newer, as its package manager orders them.
 *
 * One file version_*.c for each order, written from its specification: librpm brings
 * Lua, popt and SQLite with it, libdpkg says itself that its interface is not stable, apk's
 * library is not in Debian, and nothing in C has the orders of pip, npm, gem and Maven.
 * The tests compare each with the tool itself.  Pure; nothing is allocated.
 */
#ifndef VERSION_ORDER_H
#define VERSION_ORDER_H

#include "span.h"

/*
 * Puts <0, 0 or >0 into *ret_order as a is older than, the same as or newer than b.
 * type is the purl's.  False when its order is not known here (versions of conda,
 * composer, generic ...) or one of the two is no version in it.
 */
bool version_compare(struct span type, struct span a, struct span b, int *ret_order);

#endif
