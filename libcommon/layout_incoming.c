/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout_incoming.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "output.h"
#include "xalloc.h"

bool layout_incoming_open(struct layout_incoming *in, const struct layout *layout,
                          struct error *err)
{
    CLEANUP(cleanup_free) char *folder = xasprintf("%s/partial", layout_path(layout));
    mode_t mask = umask(0);

    umask(mask);
    if (!make_folders(folder, err))
        return false;
    in->path = xasprintf("%s/incoming-XXXXXX", folder);
    in->fd = mkostemp(in->path, O_CLOEXEC);
    if (in->fd < 0) {
        error_set_errno(err, errno, "cannot write into '%s'", QUOTE(folder));
        free(STEAL(in->path));
        return false;
    }
    output_remove_on_signal(in->path);
    /* mkostemp makes it private; a blob is as any file of this user would be. */
    return fchmod(in->fd, 0666 & ~mask) == 0 ||
           error_set_errno(err, errno, "cannot set the mode of '%s'", QUOTE(in->path));
}

bool layout_incoming_write(struct layout_incoming *in, struct span bytes, struct error *err)
{
    return write_all(in->fd, bytes.data, bytes.len, in->path, err);
}

bool layout_incoming_close(struct layout_incoming *in, struct error *err)
{
    int fd = in->fd;

    in->fd = -1;
    return close(fd) == 0 || error_set_errno(err, errno, "cannot write '%s'", QUOTE(in->path));
}

bool layout_incoming_keep(struct layout_incoming *in, const struct layout *layout,
                          const struct descriptor *blob, struct error *err)
{
    CLEANUP(cleanup_free) char *place = layout_blob_path(layout, blob);

    if (rename(in->path, place) != 0)
        return error_set_errno(err, errno, "cannot rename '%s' to '%s'", QUOTE(in->path),
                               QUOTE(place));
    output_keep_on_signal(in->path);
    free(STEAL(in->path));
    return true;
}

void layout_incoming_release(struct layout_incoming *in)
{
    if (!in->path)
        return;
    if (in->fd >= 0)
        close(in->fd);
    unlink(in->path);
    output_keep_on_signal(in->path);
    free(STEAL(in->path));
}
