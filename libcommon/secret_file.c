/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "secret_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "cleanup.h"
#include "xalloc.h"

void secret_file_release(struct secret_file *file)
{
    if (file->data)
        explicit_bzero(file->data, file->len);
    free(STEAL(file->data));
    file->len = 0;
    file->is_there = false;
}

/* Up to its end; false with errno set. */
static bool read_up_to(int fd, size_t size, struct secret_file *ret)
{
    while (ret->len < size) {
        ssize_t n = read(fd, ret->data + ret->len, size - ret->len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        ret->len += (size_t)n;
    }
    return true;
}

bool secret_file_read(const char *path, size_t max, struct secret_file *ret, struct error *err)
{
    CLEANUP(cleanup_fd) int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ||
               error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    ret->is_there = true;
    ret->data = xmalloc(max + 1);
    if (!read_up_to(fd, max + 1, ret))
        return error_set_errno(err, errno, "cannot read '%s'", QUOTE(path));
    return ret->len <= max ||
           error_set(err, ERROR_CONFIGURATION, "'%s' has more than %zu bytes", QUOTE(path), max);
}
