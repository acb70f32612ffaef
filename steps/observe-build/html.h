/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An observation as one HTML file: outcome, cause, images, layers, files, packages, steps.
 *
 * Nothing is asked of anywhere: style and script are inside, a Content-Security-Policy
 * allows these two by their digests and nothing else, and no text from outside
 * is anything but text.  It is whole without the script, which filters the table of
 * packages.  Pure.
 */
#ifndef HTML_H
#define HTML_H

#include <jansson.h>

#include "strbuf.h"

/* Appends the file of an observation's result to out. */
void html_append(struct strbuf *out, const json_t *result);

#endif
