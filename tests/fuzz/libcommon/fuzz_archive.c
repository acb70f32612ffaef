/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file as docker archive and as OCI archive: members, documents, and every layer's bytes. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "source.h"
#include "xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Of a layer: the holes of a sparse one, gigabytes in a few bytes, would be all that is tried. */
#define MOST_READ (4 * MIB)

static void read_layers(struct source *source, const struct image *image)
{
    CLEANUP(cleanup_free) size_t *order = xcalloc(image->layer_count, sizeof *order);

    source_order(source, image, order);
    for (size_t i = 0; i < image->layer_count && i < 8; i++) {
        const struct descriptor *blob = &image->layers[order[i]].blob;
        struct error err = {0};
        struct stream *in = source_open_layer(source, blob, &err);
        struct span piece = {0};
        size_t seen = 0;

        if (in)
            in = stream_verify_take(in, &blob->digest, blob->size, "layer");
        while (in && seen < MOST_READ && stream_next(in, &piece, &err) && piece.len)
            seen += piece.len;
        if ((!in || piece.len) && seen < MOST_READ && !error_is_set(&err))
            abort();
        stream_close(in);
    }
}

static void as_source(const char *path, enum transport transport)
{
    struct platform platform = {0};
    struct reference ref = {.transport = transport, .path = xstrdup(path)};
    struct error err = {0};
    struct source *source = source_open(&ref, &err);
    IMAGE_AUTO(image);

    platform_of_host(&platform);
    if (!source)
        abort();
    if (source_load(source, &image, &platform, &err))
        read_layers(source, &image);
    else if (!error_is_set(&err))
        abort();
    source_close(source);
    platform_release(&platform);
    reference_release(&ref);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error err = {0};
    char path[64];
    int fd;

    if (size > 256 * KIB)
        return 0;
    fd = memfd_create("archive", MFD_CLOEXEC);
    if (fd < 0 || !write_all(fd, data, size, "archive", &err))
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    as_source(path, TRANSPORT_DOCKER_ARCHIVE);
    as_source(path, TRANSPORT_OCI_ARCHIVE);
    close(fd);
    return 0;
}
