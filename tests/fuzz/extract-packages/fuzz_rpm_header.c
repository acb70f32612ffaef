/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One header, in the place of a database's value: an ndb database is put around it. */
#include <string.h>

#include "fuzz_cataloger.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put(char *at, const char *magic, uint32_t a, uint32_t b, uint32_t c)
{
    const uint32_t numbers[] = {a, b, c};

    memcpy(at, magic, 4);
    for (size_t i = 0; i < 12; i++)
        at[4 + i] = (char)(numbers[i / 4] >> (8 * (i % 4)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length = 4096 + 16 + size + 28;
    char *database = xcalloc(length, 1);

    put(database, "RpmP", 0, 1, 1);
    put(database + 32, "Slot", 1, 4096 / 16, (uint32_t)((size + 28) / 16 + 1));
    put(database + 4096, "BlbS", 1, 1, (uint32_t)size);
    if (size)
        memcpy(database + 4096 + 16, data, size);
    fuzz_cataloger(&rpm_cataloger, 0, "var/lib/rpm/Packages.db", span_of(database, length));
    free(database);
    return 0;
}
