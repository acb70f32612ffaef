/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names below a folder that others filled (openat2(2)). */
#ifndef BENEATH_H
#define BENEATH_H

/*
 * Opens path, of which no part is a symbolic link, beneath the folder that root is open at, and on its file system,
 * with flags of open(2), O_CLOEXEC and O_NOFOLLOW among them in any case.  -1 with errno set: EXDEV for what leads
 * elsewhere, ENOSYS where the kernel has no openat2(2).
 */
int open_beneath(int root, const char *path, int flags);

#endif
