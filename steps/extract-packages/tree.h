/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A root file system unpacked on disk, of which one entry at a time is opened by its path from
 * the root (openat2(2)): no symbolic link is followed and no mount point crossed on the way, so
 * nothing outside of the folder is ever opened; nor is what is neither file nor folder.
 *
 *     struct tree *tree = tree_open("/mnt/root", err);
 *     tree_share(tree, broker);                          for who is confined (broker.h)
 *     ... tree_get(tree, "etc/passwd", &answer, err) ...
 *     tree_close(tree);
 *
 * What others do to an entry meanwhile, or forbade before, is ERROR_NO_INPUT, and of that one entry alone.
 */
#ifndef TREE_H
#define TREE_H

#include "broker.h"

struct tree;

/* The folder at path; one that is a symbolic link is followed.  NULL with err set. */
struct tree *tree_open(const char *path, struct error *err);
void tree_share(struct tree *tree, struct broker *broker);
void tree_close(struct tree *tree);

/*
 * The entry at path ("." is the root): ret->mode tells what it is; a regular file's and a folder's
 * ret->fd is open for reading, a symbolic link's ret->text is where it leads.
 */
bool tree_get(struct tree *tree, const char *path, struct broker_answer *ret, struct error *err);
/* Several at a time, see broker_ask_many(). */
bool tree_get_many(struct tree *tree, struct broker_question *questions, size_t count,
                   struct error *err);

#endif
