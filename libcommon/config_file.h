/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files in which people and their tools keep settings: where they lie, reading one that need not
 * be there, seeing later whether it is still the same, and which ones a folder has.
 *
 * Errors name the path: what is larger than the buffer's ceiling, or more than LIMIT_CONFIG_FILES, is
 * ERROR_CONFIGURATION, what cannot be read ERROR_LOCAL_IO.
 */
#ifndef CONFIG_FILE_H
#define CONFIG_FILE_H

#include <sys/types.h>
#include <time.h>

#include "error.h"
#include "strbuf.h"

/*
 * ${XDG_CONFIG_HOME:-~/.config}/name (XDG base directory specification), to free; NULL when neither
 * that variable nor HOME is set.
 */
char *config_home_path(const char *name);
/* The folder that an environment variable names, and name in it; NULL when it is not set. */
char *config_variable_path(const char *variable, const char *name);

/* What tells one state of a file from the next: one that was replaced, or written in place. */
struct file_stamp {
    bool is_there;
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec changed;
};

/* Appends the file to out.  When it is not there, that is no error: ret_stamp says so. */
bool config_file_read(const char *path, struct strbuf *out, struct file_stamp *ret_stamp,
                      struct error *err);
/* False when the file at path is another than stamp was taken of, or was changed, came or went. */
bool file_stamp_is_current(const struct file_stamp *stamp, const char *path);

/* Owns its strings; starts as {0}. */
struct config_names {
    char **items;
    size_t count;
};

/*
 * Appends the names in folder that wants() says true of, folders left out, in the order of their bytes.
 * A folder that is not there has none.
 */
bool config_folder_list(const char *folder, bool (*wants)(struct span name),
                        struct config_names *ret, struct error *err);
bool config_names_have(const struct config_names *names, const char *name);
void config_names_release(struct config_names *names);
#define CONFIG_NAMES_AUTO(name) \
    __attribute__((cleanup(config_names_release))) struct config_names name = {0}

#endif
