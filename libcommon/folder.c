/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"

#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

void folder_init(struct folder *folder, const char *path)
{
    *folder = (struct folder){.path = xstrdup(path)};
}

void folder_release(struct folder *folder)
{
    free(STEAL(folder->path));
}

static bool is_below(const char *name)
{
    struct span rest = span_string(name);
    struct span part;

    while (span_split(&rest, '/', &part))
        if (!part.len || span_equal_string(part, ".."))
            return false;
    return *name != '\0';
}

static int open_here(const struct folder *folder, const char *name, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder->path, name);

    if (is_below(name))
        return file_open_regular(path, err);
    error_set(err, ERROR_MALFORMED, "'%s' is no name below a folder", QUOTE(name));
    return -1;
}

static bool serve(void *context, unsigned what, const char *name, struct broker_answer *ret,
                  struct error *err)
{
    (void)what;
    ret->fd = open_here(context, name, err);
    return ret->fd >= 0;
}

void folder_share(struct folder *folder, struct broker *broker)
{
    folder->broker = broker;
    folder->service = broker_add(broker, serve, folder);
}

int folder_open(const struct folder *folder, const char *name, struct error *err)
{
    struct broker_answer answer;

    if (!folder->broker)
        return open_here(folder, name, err);
    return broker_ask(folder->broker, folder->service, 0, name, &answer, err) ? answer.fd : -1;
}

struct stream *folder_open_stream(const struct folder *folder, const char *name, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder->path, name);
    int fd = folder_open(folder, name, err);

    return fd < 0 ? NULL : stream_of_fd_take(fd, path);
}
