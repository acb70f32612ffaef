/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the package.json of an image say about each other: which packages a project asks for,
 * and which folders are called otherwise than the package in them.
 *
 * All files are told first, then workspaces (when npm_projects_has_workspaces), then it answers.
 */
#ifndef CATALOGERS_NPM_PROJECTS_H
#define CATALOGERS_NPM_PROJECTS_H

#include <jansson.h>

#include "npm_place.h"
#include "path_table.h"
#include "symlinks.h"

struct npm_projects {
    const struct symlinks *links; /* of the image, borrowed; NULL: there are none */
    struct path_set requested;    /* folders of packages that a project asks for */
    struct path_set projects;     /* folders of projects */
    struct path_set workspaces;   /* of those, the ones with workspaces */
    struct path_set aliases;      /* "FOLDER\nNAME", or "FOLDER\n" where the name is not told */
};

void npm_projects_init(struct npm_projects *p, const struct symlinks *links);
void npm_projects_release(struct npm_projects *p);

/* depends: ["name@range"], of any package or project. */
void npm_projects_learn_aliases(struct npm_projects *p, const json_t *depends);
/* facts: {"depends", "workspaces"} of the project in that folder. */
void npm_projects_learn(struct npm_projects *p, struct span folder, const json_t *facts);
/* The same facts again, of what may be a workspace of a project above it. */
void npm_projects_learn_workspace(struct npm_projects *p, struct span folder, const json_t *facts);
bool npm_projects_has_workspaces(const struct npm_projects *p);

/* true, false, or null where no project is known: borrowed. */
json_t *npm_projects_requested(const struct npm_projects *p, const struct npm_place *place);
/* True if something depends on the package of that name as if it had the folder's name. */
bool npm_projects_has_alias(const struct npm_projects *p, struct span folder, struct span name);

#endif
