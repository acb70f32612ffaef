/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of tests, made of short texts. */
#ifndef LISTS_H
#define LISTS_H

#include <jansson.h>

/*
 * An image analysis of "TYPE NAME VERSION ARCH LOCATION" lines, '-' for what is
 * not there: "deb libc6 2.36 amd64 -".
 */
json_t *image_of(const char *lines);
/* A build log analysis of "MANAGER NAME VERSION ACTION LINE" lines. */
json_t *log_of(const char *lines);

#endif
