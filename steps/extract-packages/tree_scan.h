/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A root file system on disk (tree.h) as one layer: every entry, in the order of the names' bytes,
 * goes the way of a tar's member (layer_scan.h).  Names that begin with ".wh." hide nothing.
 *
 * A file that no cataloger wants is not opened, and of one that it may want no more is read than it asks
 * for.  An entry that may not be opened, that vanished or changed meanwhile, and a folder that
 * something is mounted on are problems, which are told, and no errors; a disk that fails is one.
 */
#ifndef TREE_SCAN_H
#define TREE_SCAN_H

#include "digest.h"
#include "findings.h"
#include "held_file.h"
#include "layer_facts.h"
#include "tree.h"
#include "wanted_list.h"

struct tree_problem {
    char *path;
    char *message;
};

/* What a scan finds beside facts.  Begins as {0}. */
struct tree_account {
    struct tree_problem *problems;
    size_t problem_count;
    size_t problem_capacity;
    uint64_t left_out;     /* problems beyond LIMIT_TREE_PROBLEMS */
    uint64_t bytes;        /* of all files that were opened */
    struct digest listing; /* of every entry: its type, path, size or target */
};

void tree_account_release(struct tree_account *account);
/* Its problems as warnings. */
void tree_account_warn(const struct tree_account *account, struct findings *findings);

/* Reads the tree into facts, initialised and released by the caller, and account. */
bool tree_scan(struct tree *tree, const struct wanted_list *wanted, struct hold_budget *budget,
               struct layer_facts *facts, struct tree_account *account, struct error *err);

#endif
