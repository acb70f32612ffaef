/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CATALOGERS_FOLDING_H
#define CATALOGERS_FOLDING_H

#include "strbuf.h"

/*
 * Appends a field that may go over several lines: blanks at both ends go, each run of blanks,
 * line ends and other control bytes within becomes one blank.
 */
void fold_blanks(struct strbuf *out, struct span field);

#endif
