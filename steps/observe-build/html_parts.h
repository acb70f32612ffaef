/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections of the HTML report are made of, and those that have a file of their own. */
#ifndef HTML_PARTS_H
#define HTML_PARTS_H

#include <jansson.h>

#include "strbuf.h"

/* Text from outside: valid UTF-8, control characters masked, what HTML gives a meaning escaped. */
void html_text(struct strbuf *out, struct span text);
/* The same of a member that may be absent; then a dash. */
void html_member(struct strbuf *out, const json_t *from, const char *path);
/* "<td class=KIND>text</td>"; class_name is ours, "" for none. */
void html_cell(struct strbuf *out, const char *class_name, struct span text);
/* "4.2 MB" */
void html_size(struct strbuf *out, int64_t bytes);
/* "12.5 s", "20 min 3 s", "2 h 5 min" */
void html_seconds(struct strbuf *out, double seconds);
/* A small bar: which part of the whole, both in per cent. */
void html_share(struct strbuf *out, double from, double width);
/* The number of a layer in the observation's "layers", from 1; 0: it is none of them. */
size_t html_layer_number(const json_t *result, struct span digest);

void html_layers(struct strbuf *out, const json_t *result);
void html_files(struct strbuf *out, const json_t *result);
void html_packages(struct strbuf *out, const json_t *result);
void html_steps(struct strbuf *out, const json_t *result);

#endif
