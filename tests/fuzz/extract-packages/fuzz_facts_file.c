/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer's facts from the cache, damaged on purpose: laid over one another, and written again. */
#include <stdint.h>
#include <string.h>

#include "catalogers.h"
#include "facts_file.h"
#include "late_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct digest blob = {.bytes = {1}};

static void lay_over(struct layer_facts *layers, const struct facts_terms *terms)
{
    struct wanted_list wanted = {0};
    struct late_folders folders = {0};
    struct overlay overlay;
    struct error err = {0};

    wanted_list_add_catalogers(&wanted, terms->catalogers, terms->cataloger_count);
    if (overlay_init(&overlay, layers, 2, &wanted, &err))
        late_files_find(&overlay, &folders);
    overlay_release(&overlay);
    late_folders_release(&folders);
    wanted_list_release(&wanted);
}

static void write_again(const struct layer_facts *facts, const struct facts_terms *terms)
{
    struct layer_facts again;
    struct error err = {0};

    STRBUF_AUTO(bytes, 16 * MIB);
    facts_file_write(facts, terms, &bytes);
    layer_facts_init(&again, &blob);
    if (!facts_file_read(strbuf_span(&bytes), terms, &again, &err))
        __builtin_trap();
    layer_facts_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* The digest is the input's own, so that what follows it is looked at. */
    struct facts_terms terms = {catalogers, catalogers_count, {.bytes = {0}}};
    struct layer_facts layers[2];
    bool good = true;

    if (size < DIGEST_SIZE || size > 1 * MIB)
        return 0;
    memcpy(terms.wanted.bytes, data, DIGEST_SIZE);
    for (int i = 0; i < 2; i++) {
        struct error err = {0};

        layer_facts_init(&layers[i], &blob);
        good = facts_file_read(span_of((const char *)data, size), &terms, &layers[i], &err) && good;
        if (!good && !error_is_set(&err))
            __builtin_trap();
    }
    if (good) {
        lay_over(layers, &terms);
        write_again(&layers[0], &terms);
    }
    for (int i = 0; i < 2; i++)
        layer_facts_release(&layers[i]);
    return 0;
}
