/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "cleanup.h"
#include "output.h"
#include "xalloc.h"

static char *folder;

int home_enter(void **state)
{
    static const char *const others[] = {"XDG_RUNTIME_DIR",    "XDG_CONFIG_HOME",
                                         "XDG_CACHE_HOME",     "DOCKER_CONFIG",
                                         "REGISTRY_AUTH_FILE", "CONTAINERS_REGISTRIES_CONF"};
    const char *parent = getenv("TMPDIR");
    CLEANUP(cleanup_free) char *path = NULL;

    (void)state;
    folder = xasprintf("%s/home.XXXXXX", parent ? parent : "/tmp");
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    path = xasprintf("%s/bin:/usr/bin:/bin", folder);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        unsetenv(others[i]);
    /* The machine's own would be found without it. */
    setenv("XDG_RUNTIME_DIR", folder, 1);
    setenv("PATH", path, 1);
    return setenv("HOME", folder, 1);
}

int home_leave(void **state)
{
    (void)state;
    free(STEAL(folder));
    return chdir("/");
}

const char *home_path(void)
{
    return folder;
}

void home_write(const char *name, const char *text)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    struct error err = {0};
    char *slash = strrchr(path, '/');

    *slash = '\0';
    assert_true(make_folders(path, &err));
    *slash = '/';
    assert_true(write_file_whole(path, span_string(text), false, &err));
}

void home_write_program(const char *name, const char *script)
{
    CLEANUP(cleanup_free) char *program = xasprintf("bin/%s", name);
    CLEANUP(cleanup_free) char *text = xasprintf("#!/bin/sh\n%s\n", script);

    home_write(program, text);
    assert_int_equal(chmod(program, 0755), 0);
}
