/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layer's bytes, compressed or not, as tar with all catalogers, laid over itself; and as one of Windows. */
#include <stdint.h>

#include "catalogers.h"
#include "inflate.h"
#include "late_files.h"
#include "layer_scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void scan(struct span bytes, enum layer_form form, const struct wanted_list *wanted,
                 struct layer_facts *facts)
{
    struct error err = {0};
    struct stream *in = stream_inflate_take(stream_of_span(bytes), 1 << 20, "layer", &err);

    if (in && !layer_scan_take(in, "layer", form, wanted, NULL, facts, &err) && !error_is_set(&err))
        __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct digest blob = {.bytes = {1}};
    struct wanted_list wanted = {0};
    struct late_folders folders = {0};
    struct layer_facts layers[2];
    struct overlay overlay;
    struct error err = {0};

    wanted_list_add_catalogers(&wanted, catalogers, catalogers_count);
    for (int i = 0; i < 2; i++) {
        layer_facts_init(&layers[i], &blob);
        scan(span_of((const char *)data, size), LAYER_FORM_PLAIN, &wanted, &layers[i]);
    }
    if (overlay_init(&overlay, layers, 2, &wanted, &err))
        late_files_find(&overlay, &folders);
    overlay_release(&overlay);
    late_folders_release(&folders);
    for (int i = 0; i < 2; i++)
        layer_facts_release(&layers[i]);
    layer_facts_init(&layers[0], &blob);
    scan(span_of((const char *)data, size), LAYER_FORM_WINDOWS, &wanted, &layers[0]);
    layer_facts_release(&layers[0]);
    wanted_list_release(&wanted);
    return 0;
}
