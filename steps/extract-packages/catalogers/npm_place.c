/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "npm_place.h"

#include "package_file.h"

static bool is_modules(struct span component)
{
    return span_equal_string(component, "node_modules");
}

/* Folders in which published packages carry whole installations that nothing loads. */
static bool is_test_data(struct span component)
{
    static const char *const names[] = {"test",         "tests",     "__tests__", "fixture",
                                        "fixtures",     "__mocks__", "testdata",  "test-fixtures",
                                        "__fixtures__", "spec"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (span_equal_string(component, names[i]))
            return true;
    return false;
}

bool npm_is_inside_modules(struct span path)
{
    struct span component;

    while (span_split(&path, '/', &component))
        if (is_modules(component))
            return true;
    return false;
}

/* Goes from the outermost node_modules down to the package's folder. */
static bool read_way(struct span folder, struct npm_place *ret)
{
    struct span rest = folder;
    struct span component;
    bool names_package = false;
    size_t depth = 0;

    while (span_split(&rest, '/', &component)) {
        if (is_modules(component)) {
            if (!ret->project.data)
                ret->project = span_head(folder, (size_t)(component.data - folder.data));
            depth++;
            names_package = true;
        } else if (names_package) {
            /* pnpm keeps packages in node_modules/.pnpm/NAME@VERSION/node_modules. */
            if (depth && span_starts_with(component, "."))
                depth--;
            names_package = span_starts_with(component, "@");
        } else if (ret->project.data && is_test_data(component)) {
            return false;
        }
    }
    ret->in_project = ret->project.data != NULL;
    if (ret->project.len)
        ret->project.len--; /* the '/' */
    ret->nested = depth > 1;
    return true;
}

/* Debian's packages of JavaScript lie in .../nodejs/NAME. */
static bool holds_packages(struct span folder)
{
    struct span name = path_base(folder);

    return is_modules(name) || span_equal_string(name, "nodejs");
}

bool npm_place_of(struct span path, struct npm_place *ret)
{
    struct span parent;

    *ret = (struct npm_place){.folder = path_folder(path)};
    parent = path_folder(ret->folder);
    ret->name = path_base(ret->folder);
    if (span_starts_with(ret->name, ".") || span_starts_with(ret->name, "@"))
        return false;
    if (span_starts_with(path_base(parent), "@")) {
        size_t scope = path_base(parent).len;

        ret->name = span_of(ret->name.data - scope - 1, scope + 1 + ret->name.len);
        parent = path_folder(parent);
    }
    return ret->name.len && holds_packages(parent) && read_way(ret->folder, ret);
}
