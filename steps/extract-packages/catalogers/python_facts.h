/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The facts of one file of a Python distribution, told apart by its name.  Pure.
 *
 *     METADATA, PKG-INFO, *.egg-info  what python_metadata_write_members() writes, or {"problem": "..."}
 *     INSTALLER                       {"installer": "pip"}                         (PEP 376)
 *     REQUESTED                       {"requested": true}                          (PEP 376)
 *     direct_url.json                 {"origin": {...}}                            (PEP 610)
 *     RECORD                          {"record": null}, or of a malformed one
 *                                     {"record": {"line": n, "more": n}}           (PEP 376)
 *     requires.txt                    {"egg_requires": ["..."]}                    (setuptools)
 *     info/index.json                 {"cached": true}
 *     *.egg-link, *.pth, *_finder.py  see python_editable.h
 */
#ifndef CATALOGERS_PYTHON_FACTS_H
#define CATALOGERS_PYTHON_FACTS_H

#include "cataloger.h"

/* The parse() of the cataloger "python". */
bool python_facts_parse(const struct wanted_file *file, struct json_out *facts, struct error *err);

/* {"record": ...} of a RECORD; python_facts_parse() calls it. */
void python_record_write(struct span bytes, struct json_out *facts);
/* "egg_requires": [...], the sections of requires.txt as importlib.metadata gives them. */
void python_requires_write_member(struct span bytes, struct json_out *facts);

#endif
