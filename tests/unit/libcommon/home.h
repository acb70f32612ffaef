/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A home of its own for a test: a folder that HOME names and that is the current one, with none of the
 * variables set that lead to configuration elsewhere.  For cmocka's setup and teardown of a test; what
 * is left is the runner's to remove.
 */
#ifndef HOME_H
#define HOME_H

int home_enter(void **state);
int home_leave(void **state);
/* The folder's absolute path. */
const char *home_path(void);
/* A file in it, with the folders that lead to it. */
void home_write(const char *name, const char *text);
/* A shell script bin/NAME, which PATH leads to. */
void home_write_program(const char *name, const char *script);

#endif
