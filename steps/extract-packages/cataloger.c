/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cataloger.h"

#include "json_in.h"

json_t *facts_of(const struct file_facts *file, struct error *err)
{
    return json_in_parse(file->facts, "the facts of a file", err);
}
