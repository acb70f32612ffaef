/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any lines give entries that make sense.  The first byte picks the one manager
 * that is given every line; then all are given those with their marks.
 */
#include <stdlib.h>

#include "limits.h"
#include "managers.h"

#define MOST (64 * KIB)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static manager_set marked(struct span line)
{
    manager_set set = 0;

    for (size_t i = 0; managers_get(i); i++) {
        for (const char *const *mark = managers_get(i)->marks; *mark; mark++)
            set |= span_contains(line, *mark) ? (manager_set)1 << i : 0;
    }
    return set;
}

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check(const struct packages *packages, uint64_t lines)
{
    for (size_t i = 0; i < packages->count; i++) {
        const struct package *package = &packages->items[i];

        require(package->manager && package->name.len > 0);
        require(package->line >= 1 && package->line <= lines);
        require(!package->announced);
        require(package_action_name(package->action)[0]);
    }
}

/* only: the manager that has all lines; none: those with a mark have them. */
static void follow(struct span log, manager_set only)
{
    struct pool pool = {0};
    struct packages packages;
    struct managers managers;
    struct log_line line = {0};

    packages_init(&packages, &pool);
    managers_init(&managers, &packages, 7);
    while (span_next_line(&log, &line.text)) {
        struct recovery recovery;

        line.number++;
        recovery = managers_line(&managers, &line, only ? only : marked(line.text));
        require(recovery.first <= recovery.last && recovery.last <= line.number);
        if (line.number % 16 == 0)
            managers_settle(&managers, line.number % 32 == 0);
    }
    managers_finish(&managers, line.number % 2);
    packages_finish(&packages);
    check(&packages, line.number);
    managers_release(&managers);
    packages_release(&packages);
    pool_release(&pool);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span log = span_of((const char *)data, size);
    size_t count = 0;

    if (size < 1 || size > MOST)
        return 0;
    while (managers_get(count))
        count++;
    log = span_skip(log, 1);
    follow(log, (manager_set)1 << data[0] % count);
    follow(log, 0);
    return 0;
}
