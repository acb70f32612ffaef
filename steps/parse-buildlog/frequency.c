/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frequency.h"

#include <stdlib.h>
#include <string.h>

/* An entry is "GRAM COUNT" and a newline; they are sorted. */
#define ENTRY (FREQUENCY_GRAM + sizeof " 12345")

static int compare(const void *gram, const void *entry)
{
    return memcmp(gram, entry, FREQUENCY_GRAM);
}

unsigned long gram_frequency(const char *gram)
{
    const char *entry = bsearch(gram, frequent_table, frequent_table_size / ENTRY, ENTRY, compare);

    return entry ? strtoul(entry + FREQUENCY_GRAM + 1, NULL, 10) : 0;
}

unsigned long text_frequency(const char *text)
{
    size_t length = strlen(text);
    unsigned long least = gram_frequency(text);

    for (size_t i = 1; i + FREQUENCY_GRAM <= length && least; i++) {
        unsigned long frequency = gram_frequency(text + i);

        least = frequency < least ? frequency : least;
    }
    return least;
}
