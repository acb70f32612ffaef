/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tools.h"

static toolset named(const char *name)
{
    const char *const names[] = {name, NULL};

    return tools_of_names(names);
}

static bool may_run(const char *tool, const char *command)
{
    assert_true(tools_know(tool));
    return (tools_of_step(span_string(command)) & named(tool)) != TOOLS_NONE;
}

static void test_names(void **state)
{
    const char *const both[] = {"pip", "npm", NULL};
    const char *const none[] = {NULL};

    (void)state;
    assert_true(named("apt") == named("dpkg"));
    assert_true(tools_of_names(both) == (named("pip") | named("npm")));
    assert_true((named("pip") & named("npm")) == TOOLS_NONE);
    assert_true(tools_of_names(none) == TOOLS_ALL);
    assert_true(named("any") == TOOLS_ALL);
    assert_true(named("buildkit") == TOOLS_ALL);
    assert_true(named("nobody-knows-it") == TOOLS_ALL);
    assert_false(tools_know("nobody-knows-it"));
    assert_false(tools_know(""));
}

static void test_steps(void **state)
{
    (void)state;
    assert_true(may_run("apt", "RUN apt-get update && apt-get install -y x"));
    assert_false(may_run("conda", "RUN apt-get update && apt-get install -y x"));
    assert_true(may_run("dnf", "RUN microdnf install -y x"));
    assert_false(may_run("conda", "RUN dnf install -y x"));
    assert_false(may_run("dnf", "RUN mamba install -y x"));
    assert_true(may_run("gcc", "RUN python3 -m pip install -r requirements.txt"));
    assert_false(may_run("apt", "RUN pip install x"));
    assert_true(may_run("sh", "RUN pip install x"));
    assert_true(may_run("php", "RUN docker-php-ext-install gd"));
    assert_true(may_run("apt", "RUN docker-php-ext-install gd"));
    assert_true(may_run("gradle", "RUN flutter build apk"));
    assert_true(may_run("julia", "RUN julia --project -e 'using Pkg; Pkg.instantiate()'"));
    assert_false(may_run("pip", "RUN julia -e 1"));
    assert_false(may_run("poetry", "RUN dart pub get")); /* both say "version solving failed" */
    assert_false(may_run("cargo", "COPY a b"));
}

static void test_anything(void **state)
{
    (void)state;
    assert_true(tools_of_step(span_string("RUN ./build.sh")) == TOOLS_ALL);
    assert_true(tools_of_step(span_string("RUN pip install x && make")) == TOOLS_ALL);
    assert_true(tools_of_step(span_string("RUN poetry run x")) == TOOLS_ALL);
    assert_true(tools_of_step(span_string("RUN my-own-program")) == TOOLS_ALL);
    assert_true(tools_of_step(span_string("RUN <<EOF (cat)")) == TOOLS_ALL);
    assert_true(tools_of_step(span_string("Installing dependencies ...")) == TOOLS_ALL);
    assert_true(tools_of_step(span_string("")) == TOOLS_ALL);
}

static void test_output(void **state)
{
    const struct tool_mark *pip = tools_find_mark(span_string("  Collecting six"));

    (void)state;
    assert_true(pip && pip->tools == named("pip") && pip->word == TOOL_LISTS);
    assert_null(tools_find_mark(span_string("Collected six")));
    assert_null(tools_find_mark(span_string("")));
    assert_true(tools_find_mark(span_string("Successfully installed six-1"))->word == TOOL_DONE);
    for (const struct tool_mark *mark = tool_marks; mark->text; mark++) {
        const struct tool_mark *found = tools_find_mark(span_string(mark->text));

        assert_true(found && found->word == mark->word && (found->tools & mark->tools));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_anything),
        cmocka_unit_test(test_output),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
