/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of rules and of words, whole, as the build embeds them (embed-files). */
#ifndef EMBEDDED_H
#define EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t size;
};

extern const struct embedded_file embedded_rules[];
extern const size_t embedded_rules_count;
extern const struct embedded_file embedded_words[];
extern const size_t embedded_words_count;

#endif
