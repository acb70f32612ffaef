/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "npm_projects.h"

#include "json_in.h"
#include "package_file.h"

/* How far above a workspace's folder its project is looked for (packages/@scope/name). */
#define MOST_WORKSPACE_LEVELS 4

void npm_projects_init(struct npm_projects *p, const struct symlinks *links)
{
    struct path_key key = path_key_of_process();

    *p = (struct npm_projects){.links = links,
                               .requested.key = key,
                               .projects.key = key,
                               .workspaces.key = key,
                               .aliases.key = key};
}

void npm_projects_release(struct npm_projects *p)
{
    path_set_release(&p->requested);
    path_set_release(&p->projects);
    path_set_release(&p->workspaces);
    path_set_release(&p->aliases);
}

/* ---- aliases ---- */

/* "name@range" at the '@' between them, which a scope's is not. */
static void split_dependency(struct span text, struct span *ret_name, struct span *ret_range)
{
    size_t at = text.len ? 1 + span_find_byte(span_skip(text, 1), '@') : 0;

    *ret_name = span_head(text, at);
    *ret_range = span_skip(text, at + 1);
}

static void add_alias(struct npm_projects *p, struct span folder, struct span name)
{
    STRBUF_AUTO(key, LIMIT_PACKAGE_FIELD);
    strbuf_add_span(&key, folder);
    strbuf_add_byte(&key, '\n');
    strbuf_add_span(&key, name);
    path_set_put(&p->aliases, strbuf_span(&key), PATH_OTHER);
}

bool npm_projects_has_alias(const struct npm_projects *p, struct span folder, struct span name)
{
    STRBUF_AUTO(key, 3 * LIMIT_PATH);
    strbuf_add_span(&key, folder);
    strbuf_add_byte(&key, '\n');
    if (path_set_get(&p->aliases, strbuf_span(&key)) != PATH_ABSENT)
        return true;
    strbuf_add_span(&key, name);
    return path_set_get(&p->aliases, strbuf_span(&key)) != PATH_ABSENT;
}

/* "foo@npm:bar@1" puts bar into the folder foo; an URL puts there what it holds. */
void npm_projects_learn_aliases(struct npm_projects *p, const json_t *depends)
{
    json_t *dependency;
    size_t i;

    json_array_foreach (depends, i, dependency) {
        struct span folder;
        struct span range;
        struct span name;

        split_dependency(json_in_span(dependency), &folder, &range);
        if (span_eat(&range, "npm:")) {
            split_dependency(range, &name, &range);
            add_alias(p, folder, name);
        } else if (span_find_byte(range, ':') < range.len ||
                   span_find_byte(range, '/') < range.len) {
            add_alias(p, folder, span_of(NULL, 0));
        }
    }
}

/* ---- what projects ask for ---- */

/* Where PROJECT/node_modules/NAME leads. */
static void request(struct npm_projects *p, struct span project, struct span name)
{
    STRBUF_AUTO(path, LIMIT_PATH);
    STRBUF_AUTO(real, LIMIT_PATH);

    strbuf_add_span(&path, project);
    if (project.len)
        strbuf_add_byte(&path, '/');
    strbuf_add_string(&path, "node_modules/");
    strbuf_add_span(&path, name);
    if (strbuf_overflowed(&path))
        return;
    if (!p->links)
        path_set_put(&p->requested, strbuf_span(&path), PATH_OTHER);
    else if (symlinks_resolve(p->links, strbuf_span(&path), true, &real))
        path_set_put(&p->requested, strbuf_span(&real), PATH_OTHER);
}

static void request_all(struct npm_projects *p, struct span project, const json_t *depends)
{
    json_t *dependency;
    size_t i;

    json_array_foreach (depends, i, dependency) {
        struct span name;
        struct span range;

        split_dependency(json_in_span(dependency), &name, &range);
        request(p, project, name);
    }
}

void npm_projects_learn(struct npm_projects *p, struct span folder, const json_t *facts)
{
    path_set_put(&p->projects, folder, PATH_OTHER);
    if (json_in_bool_or(facts, "workspaces", false))
        path_set_put(&p->workspaces, folder, PATH_OTHER);
    request_all(p, folder, json_object_get(facts, "depends"));
}

/* What a workspace asks for is installed in its project's node_modules. */
void npm_projects_learn_workspace(struct npm_projects *p, struct span folder, const json_t *facts)
{
    for (size_t i = 0; i < MOST_WORKSPACE_LEVELS && folder.len; i++) {
        folder = path_folder(folder);
        if (path_set_get(&p->workspaces, folder) != PATH_ABSENT) {
            request_all(p, folder, json_object_get(facts, "depends"));
            return;
        }
    }
}

bool npm_projects_has_workspaces(const struct npm_projects *p)
{
    return p->workspaces.count > 0;
}

json_t *npm_projects_requested(const struct npm_projects *p, const struct npm_place *place)
{
    if (path_set_get(&p->requested, place->folder) != PATH_ABSENT)
        return json_true();
    if (place->nested ||
        (place->in_project && path_set_get(&p->projects, place->project) != PATH_ABSENT))
        return json_false();
    return json_null();
}
