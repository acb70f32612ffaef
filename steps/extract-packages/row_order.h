/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which the document lists rows, whatever order they were found in. */
#ifndef ROW_ORDER_H
#define ROW_ORDER_H

#include <jansson.h>

/* Packages by type, name, version, arch and location. */
void row_order_packages(json_t *packages);
/* An array of strings. */
void row_order_texts(json_t *texts);

#endif
