/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Python projects that are installed where their source lies: "develop mode" of setuptools
 * (NAME.egg-link) and editable installs (PEP 660, 610).
 *
 * An egg-link names the folder that holds the project's egg-info: that is the distribution.
 * An editable install has a dist-info of its own, and direct_url.json or setuptools'
 * __editable__.NAME-VERSION.pth tells the folder.  The egg-info that setuptools left there when it
 * built the project, for an ordinary install too, is no second distribution: pip lists one.
 */
#ifndef CATALOGERS_PYTHON_EDITABLE_H
#define CATALOGERS_PYTHON_EDITABLE_H

#include "cataloger.h"

/* ---- parse() ---- */

/* {"link": "/src/project"}: the first line that is not empty, as pip reads it. */
bool python_egg_link_write(struct span bytes, struct json_out *facts, struct error *err);
/* {"paths": ["/src/project"], "module": "__editable___x_finder"}: folders, and the module of "import x". */
bool python_pth_write(struct span bytes, struct json_out *facts, struct error *err);
/* {"paths": [...]}: the folders below which the packages and modules of MAPPING lie. */
bool python_finder_write(struct span bytes, struct json_out *facts, struct error *err);

/* ---- assemble() ---- */

struct python_projects {
    const struct file_set *files; /* borrowed */
    json_t *linked;               /* {folder: egg-link that names it} */
    json_t *found;                /* {folder: true}: the linked ones that hold a distribution */
    json_t *left_over;            /* {folder and name: true} of projects that were installed */
    json_t *urls;                 /* {folder and stem of a dist-info: where its project is} */
};

/* Reads what the set says of projects; release it also when that failed. */
bool python_projects_load(struct python_projects *p, const struct file_set *files,
                          const struct findings *findings, struct error *err);
void python_projects_release(struct python_projects *p);
#define PYTHON_PROJECTS_AUTO(name) \
    __attribute__((cleanup(python_projects_release))) struct python_projects name = {0}

/* True for egg-info that building a project of that name, which is installed, left in its folder. */
bool python_projects_is_left_over(const struct python_projects *p, struct span info,
                                  struct span name);
/* {"url", "dir_info": {"editable": true}} of a distribution that is linked or editable (a new reference), or NULL. */
json_t *python_projects_origin(struct python_projects *p, struct span info);
/* Egg-links whose folders held no distribution: call it after python_projects_origin() of all. */
void python_projects_warn(const struct python_projects *p, struct findings *findings);

/* The file of the set at path, or NULL. */
const struct file_facts *python_find_file(const struct file_set *files, struct span path);

#endif
