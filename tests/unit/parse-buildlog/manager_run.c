/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "manager_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"

static void add_member(struct strbuf *out, const char *name, struct span value)
{
    if (value.len)
        strbuf_addf(out, " %s=%.*s", name, SPAN_ARG(value));
}

static void add_package(struct strbuf *out, const struct package *p)
{
    static const char *const fates[] = {
        [FATE_NONE] = "", [FATE_FAILED] = " FAILED", [FATE_RECOVERED] = " RECOVERED"};

    strbuf_addf(out, "%s %s", p->manager, package_action_name(p->action));
    strbuf_addf(out, " %.*s", SPAN_ARG(p->name));
    strbuf_addf(out, " %.*s", SPAN_ARG(p->version));
    strbuf_addf(out, " %d", (int)p->line);
    add_member(out, "artifact", p->artifact);
    add_member(out, "size", p->size);
    add_member(out, "index", p->index);
    add_member(out, "by", p->requested_by);
    strbuf_addf(out, "%s\n", fates[p->fate]);
}

manager_set manager_marked(struct span line)
{
    manager_set set = 0;

    for (size_t i = 0; managers_get(i); i++) {
        for (const char *const *mark = managers_get(i)->marks; *mark; mark++)
            set |= span_contains(line, *mark) ? (manager_set)1 << i : 0;
    }
    return set;
}

void manager_run(struct span log, bool failed, struct strbuf *out)
{
    struct pool pool = {0};
    struct packages packages;
    struct managers managers;
    struct log_line line = {0};

    packages_init(&packages, &pool);
    managers_init(&managers, &packages, 0);
    while (span_next_line(&log, &line.text)) {
        struct recovery recovery;

        line.number++;
        recovery = managers_line(&managers, &line, manager_marked(line.text));
        if (recovery.last)
            strbuf_addf(out, "%d-%d made good\n", (int)recovery.first, (int)recovery.last);
    }
    managers_finish(&managers, failed);
    packages_finish(&packages);
    for (size_t i = 0; i < packages.count; i++)
        add_package(out, &packages.items[i]);
    managers_release(&managers);
    packages_release(&packages);
    pool_release(&pool);
}

void manager_check(const char *log, const char *want)
{
    STRBUF_AUTO(got, MIB);

    manager_run(span_string(log), false, &got);
    assert_string_equal(got.data, want);
}
