/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include "home.h"
#include "json_in.h"
#include "registries_conf.h"
#include "xalloc.h"

#define DIGEST "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void add(struct registries_conf *conf, const char *text)
{
    struct error err = {0};

    if (!registries_conf_add(conf, span_string(text), "test.conf", &err))
        fail_msg("%s", err.message);
}

/* "mirror.example/a:1 insecure.example/a:1! example.com/a:1": '!' marks insecure ones. */
static char *shown(const struct registry_places *places)
{
    STRBUF_AUTO(out, 4 * KIB);

    for (size_t i = 0; i < places->count; i++) {
        const struct reference *ref = &places->items[i].ref;

        assert_int_equal(places->items[i].is_mirror, i + 1 < places->count);
        strbuf_addf(&out, "%s%s/%s%s%s%s", i ? " " : "", ref->host, ref->repository,
                    ref->digest ? "@" : ":", ref->digest ? ref->digest : ref->tag,
                    places->items[i].insecure ? "!" : "");
    }
    return strbuf_detach(&out);
}

static void expect(const struct registries_conf *conf, const char *name, const char *expected)
{
    REFERENCE_AUTO(ref);
    REGISTRY_PLACES_AUTO(places);
    struct error err = {0};
    CLEANUP(cleanup_free) char *got = NULL;

    print_message("%s\n", name);
    assert_true(registries_conf_resolve(conf, name, &ref, &err));
    if (registries_conf_places(conf, &ref, &places, &err))
        got = shown(&places);
    else
        got = xasprintf("error %d: %s", (int)err.kind, err.message);
    assert_string_equal(got, expected);
}

static void expect_places(const char *text, const char *name, const char *expected)
{
    REGISTRIES_CONF_AUTO(conf);

    add(&conf, text);
    expect(&conf, name, expected);
}

static void leaves_names_that_nothing_matches(void **state)
{
    struct registries_conf none = {0};

    expect(&none, "alpine", "docker.io/library/alpine:latest");
    expect(&none, "a.example/b:1@" DIGEST, "a.example/b@" DIGEST);
    expect_places("[[registry]]\nlocation = 'a.example'\ninsecure = true\n", "b.example/a:1",
                  "b.example/a:1");
}

static void asks_the_manuals_example_in_order(void **state)
{
    static const char text[] = "unqualified-search-registries = ['example.com']\n"
                               "[[registry]]\n"
                               "prefix = 'example.com/foo'\n"
                               "insecure = false\n"
                               "blocked = false\n"
                               "location = 'internal.example/bar/'\n"
                               "[[registry.mirror]]\n"
                               "location = 'mirror-0.local/mirror-for-foo'\n"
                               "[[registry.mirror]]\n"
                               "location = 'mirror-1.local/mirrors/foo'\n"
                               "insecure = true\n"
                               "[[registry]]\n"
                               "location = 'registry.com'\n"
                               "[[registry.mirror]]\n"
                               "location = 'mirror.registry.com'\n";

    expect_places(text, "example.com/foo/image:latest",
                  "mirror-0.local/mirror-for-foo/image:latest "
                  "mirror-1.local/mirrors/foo/image:latest! internal.example/bar/image:latest");
    expect_places(text, "example.com/foo@" DIGEST,
                  "mirror-0.local/mirror-for-foo@" DIGEST " mirror-1.local/mirrors/foo@" DIGEST
                  "! internal.example/bar@" DIGEST);
    expect_places(text, "example.com/foobar:1", "example.com/foobar:1");
    expect_places(text, "registry.com/image",
                  "mirror.registry.com/image:latest registry.com/image:latest");
}

static void takes_the_longest_prefix(void **state)
{
    static const char text[] = "[[registry]]\nlocation = 'a.example'\ninsecure = true\n"
                               "[[registry]]\nprefix = 'a.example/ns'\nlocation = 'b.example/x'\n"
                               "[[registry]]\nprefix = 'a.example/ns/repo:1'\n"
                               "location = 'c.example/y:2'\n"
                               "[[registry]]\nprefix = '*.a.example'\nlocation = 'd.example/w'\n"
                               "[[registry]]\nprefix = 'z.a.example'\nlocation = 'e.example'\n"
                               "[[registry]]\nprefix = '*.in.a.example'\n";

    expect_places(text, "a.example/other:1", "a.example/other:1!");
    expect_places(text, "a.example/ns/repo:2", "b.example/x/repo:2");
    expect_places(text, "a.example/ns/repo:1", "c.example/y:2");
    expect_places(text, "a.example/ns/repo:10", "b.example/x/repo:10");
    /* as skopeo has it: a port is no part of the name */
    expect_places(text, "a.example:5000/r:1", "a.example:5000/r:1!");
    expect_places(text, "b.a.example/r:1", "d.example/w/r:1");
    expect_places(text, "c.b.a.example:5/r:1",
                  "error 9: 'test.conf': the location 'd.example/w' "
                  "for '*.a.example': 'd.example/w:5/r:1' is no image "
                  "reference: 'w:5' is no part of a repository's "
                  "name (a-z, 0-9, and . _ - between them)");
    expect_places(text, "z.a.example/r:1", "e.example/r:1");
    expect_places(text, "b.in.a.example/r:1", "b.in.a.example/r:1");
    expect_places(text, "xa.example/r:1", "xa.example/r:1");
    expect_places(text, "b.example/a.a.example/r:1", "b.example/a.a.example/r:1");
}

static void asks_mirrors_for_what_they_are_for(void **state)
{
    static const char text[] =
        "[[registry]]\nlocation = 'a.example'\n"
        "[[registry.mirror]]\nlocation = 'm.example'\n"
        "[[registry.mirror]]\nlocation = 'd.example'\n"
        "pull-from-mirror = 'digest-only'\n"
        "[[registry.mirror]]\nlocation = 't.example'\n"
        "pull-from-mirror = 'tag-only'\n"
        "[[registry]]\nlocation = 'b.example'\nmirror-by-digest-only = true\n"
        "[[registry.mirror]]\nlocation = 'm.example/b'\n";

    expect_places(text, "a.example/r:1", "m.example/r:1 t.example/r:1 a.example/r:1");
    expect_places(text, "a.example/r@" DIGEST,
                  "m.example/r@" DIGEST " d.example/r@" DIGEST " a.example/r@" DIGEST);
    expect_places(text, "b.example/r:1", "b.example/r:1");
    expect_places(text, "b.example/r@" DIGEST, "m.example/b/r@" DIGEST " b.example/r@" DIGEST);
}

static void refuses_what_is_blocked(void **state)
{
    static const char text[] = "[[registry]]\nprefix = 'a.example/ns'\nlocation = 'b.example'\n"
                               "blocked = true\n"
                               "[[registry.mirror]]\nlocation = 'm.example'\n"
                               "[[registry]]\nprefix = 'c.example'\nlocation = 'a.example/ns'\n"
                               "[[registry]]\nprefix = 'd.example'\nlocation = 'e.example'\n"
                               "[[registry.mirror]]\nlocation = 'a.example/ns'\n";

    expect_places(text, "a.example/ns/r:1",
                  "error 8: 'a.example/ns/r:1' is blocked: 'test.conf' "
                  "says so of 'a.example/ns'");
    expect_places(text, "c.example/r:1",
                  "error 8: 'c.example/r:1' is blocked: 'test.conf' says so of 'a.example/ns'");
    expect_places(text, "d.example/r:1", "e.example/r:1");
    expect_places(text, "a.example/other:1", "a.example/other:1");
}

static void lets_later_files_win(void **state)
{
    REGISTRIES_CONF_AUTO(conf);

    add(&conf, "[[registry]]\nlocation = 'a.example'\ninsecure = true\n"
               "[[registry.mirror]]\nlocation = 'm.example'\n"
               "[[registry]]\nlocation = 'a.example/'\ninsecure = true\n"
               "[[registry]]\nlocation = 'b.example'\n"
               "[aliases]\nx = 'x.example/x'\ny = 'y.example/y'\n");
    expect(&conf, "a.example/r:1", "m.example/r:1 a.example/r:1!");
    add(&conf, "[[registry]]\nlocation = 'a.example'\n[aliases]\nx = ''\ny = 'z.example/y'\n");
    expect(&conf, "a.example/r:1", "a.example/r:1");
    expect(&conf, "b.example/r:1", "b.example/r:1");
    expect(&conf, "x:1", "docker.io/library/x:1");
    expect(&conf, "y:1", "z.example/y:1");
}

static void resolves_short_names(void **state)
{
    REGISTRIES_CONF_AUTO(conf);

    add(&conf, "[aliases]\n'alpine' = 'a.example/library/alpine'\n'ns/x' = 'docker.io/x'\n");
    expect(&conf, "alpine", "a.example/library/alpine:latest");
    expect(&conf, "alpine:3@" DIGEST, "a.example/library/alpine@" DIGEST);
    expect(&conf, "ns/x:1", "docker.io/library/x:1");
    expect(&conf, "ns/alpine", "docker.io/ns/alpine:latest");
    expect(&conf, "docker.io/alpine", "docker.io/library/alpine:latest");
    expect(&conf, "localhost/alpine:1", "localhost/alpine:1");
}

#define IN "'test.conf': "
#define FIRST IN "[[registry]] 1: "
#define A "[[registry]]\nlocation = 'a.example'\n"
#define M A "[[registry.mirror]]\nlocation = 'm.example'\n"
/* A file, and what is said of it. */
static const char *const wrong_files[][2] = {
    {"a = ", IN "line 1: a key without a value"},
    {"[registries.search]\nregistries = ['a']\n",
     IN "[registries.search] is of version 1 of the format, which is not read: write "
        "[[registry]] and unqualified-search-registries"},
    {"[registry]\n", IN "registry is no array of tables: write [[registry]]"},
    {"[[registry]]\n", FIRST "it has neither prefix nor location"},
    {"[[registry]]\nprefix = 'a.example'\n", FIRST "'a.example': it has a prefix but no location"},
    {"[[registry]]\nprefix = '*.a.example/b'\n",
     FIRST "'*.a.example/b': the prefix is no wildcard of the form *.example.com"},
    {"[[registry]]\nlocation = 'https://a.example'\n",
     FIRST "location 'https://a.example' is a URL: write host[:port][/path] without its "
           "scheme"},
    {"[[registry]]\nlocation = 'registry/a'\n",
     FIRST "location 'registry/a' does not begin with a host that has a dot or a port"},
    {"[[registry]]\nlocation = 1\n", FIRST "location is no string"},
    {A "insecure = 'yes'\n", FIRST "'a.example': insecure is neither true nor false"},
    {A "pull-from-mirror = 'all'\n",
     FIRST "'a.example': pull-from-mirror is for its mirrors alone"},
    {M "pull-from-mirror = 'some'\n",
     FIRST "'a.example': [[registry.mirror]] 1: pull-from-mirror is 'some', which is none of "
           "all, digest-only and tag-only"},
    {A "mirror-by-digest-only = true\n[[registry.mirror]]\nlocation = 'm.example'\n"
       "pull-from-mirror = 'all'\n",
     FIRST "'a.example': [[registry.mirror]] 1: pull-from-mirror of a mirror cannot stand "
           "beside mirror-by-digest-only of its registry"},
    {A "[[registry.mirror]]\n", FIRST "'a.example': [[registry.mirror]] 1: it has no location"},
    {A A "insecure = true\n[[registry]]\nprefix = 'b.example'\nlocation = 'a.example'\n"
         "blocked = true\n",
     IN "the location 'a.example' stands in two of [[registry]] that differ in insecure or "
        "blocked"},
    {"[aliases]\n'a:1' = 'a.example/b'\n",
     IN "the alias 'a:1': it is no name of a repository without host and tag"},
    {"[aliases]\n'a.example/b' = 'a.example/b'\n",
     IN "the alias 'a.example/b': it is no name of a repository without host and tag"},
    {"[aliases]\na = 'b'\n",
     IN "the alias 'a': what it stands for is no \"host/repository\" without a tag"},
    {"[aliases]\na = 'a.example/b:1'\n",
     IN "the alias 'a': what it stands for is no \"host/repository\" without a tag"},
    {"[aliases]\na = 1\n",
     IN "the alias 'a': what it stands for is no \"host/repository\" without a tag"},
    {"aliases = 1\n", IN "aliases is no table: write [aliases]"},
    {"unqualified-search-registries = ['a.example/b']\n",
     IN "unqualified-search-registries holds 'a.example/b', which is no host[:port]"},
    {"unqualified-search-registries = 'a.example'\n",
     IN "unqualified-search-registries is no array"},
};

static void says_what_is_wrong(void **state)
{
    for (size_t i = 0; i < sizeof wrong_files / sizeof *wrong_files; i++) {
        REGISTRIES_CONF_AUTO(conf);
        struct error err = {0};

        print_message("%s\n", wrong_files[i][0]);
        assert_false(registries_conf_add(&conf, span_string(wrong_files[i][0]), "test.conf", &err));
        assert_string_equal(err.message, wrong_files[i][1]);
        assert_int_equal(err.kind, ERROR_CONFIGURATION);
    }
}

static void passes_over_what_it_does_not_know(void **state)
{
    expect_places("credential-helpers = ['x']\nshort-name-mode = 'enforcing'\n[registries.search]\n"
                  "registries = []\n[[registry]]\nlocation = 'a.example'\ncolour = 'red'\n",
                  "a.example/r:1", "a.example/r:1");
}

/* ---- files ---- */

static void expect_read(const char *name, const char *expected)
{
    REGISTRIES_CONF_AUTO(conf);
    struct error err = {0};

    if (!registries_conf_read(home_path(), &conf, &err))
        fail_msg("%s", err.message);
    expect(&conf, name, expected);
}

/* One that makes HOST the mirror of what is below a.example. */
#define MIRRORED_AT(host) "[[registry]]\nprefix='a.example'\nlocation='" host "'\n"

static void reads_files_in_order(void **state)
{
    expect_read("a.example/r:1", "a.example/r:1");
    home_write("etc/containers/registries.conf", MIRRORED_AT("etc.example"));
    expect_read("a.example/r:1", "etc.example/r:1");
    home_write("etc/containers/registries.conf.d/20.conf", MIRRORED_AT("20.example"));
    home_write("etc/containers/registries.conf.d/10.conf", MIRRORED_AT("10.example"));
    home_write("etc/containers/registries.conf.d/30.ignored", "=");
    home_write("etc/containers/registries.conf.d/40.conf/x", "=");
    expect_read("a.example/r:1", "20.example/r:1");
    home_write(".config/containers/registries.conf.d/00.conf", MIRRORED_AT("home.example"));
    expect_read("a.example/r:1", "home.example/r:1");
    assert_int_equal(unlink(".config/containers/registries.conf.d/00.conf"), 0);
    home_write(".config/containers/registries.conf", MIRRORED_AT("main.example"));
    expect_read("a.example/r:1", "main.example/r:1");
    home_write("named.conf", MIRRORED_AT("named.example"));
    setenv("CONTAINERS_REGISTRIES_CONF", "named.conf", 1);
    expect_read("a.example/r:1", "20.example/r:1");
}

static void takes_recorded_aliases_first(void **state)
{
    const char *recorded = geteuid() == 0 ? "var/cache/containers/short-name-aliases.conf"
                                          : ".cache/containers/short-name-aliases.conf";

    home_write("etc/containers/registries.conf.d/000-shortnames.conf",
               "[aliases]\nx = 'a.example/x'\n");
    expect_read("x:1", "a.example/x:1");
    home_write(recorded, "[aliases]\nx = 'b.example/x'\n");
    expect_read("x:1", "b.example/x:1");
}

static void names_the_file_that_is_wrong(void **state)
{
    REGISTRIES_CONF_AUTO(conf);
    struct error err = {0};
    CLEANUP(cleanup_free) char *expected = NULL;

    home_write("etc/containers/registries.conf.d/x.conf", "x");
    expected = xasprintf("'%s/etc/containers/registries.conf.d/x.conf': line 1: a key without a "
                         "value",
                         home_path());
    assert_false(registries_conf_read(home_path(), &conf, &err));
    assert_string_equal(err.message, expected);
    setenv("CONTAINERS_REGISTRIES_CONF", "absent.conf", 1);
    err = (struct error){0};
    assert_false(registries_conf_read(home_path(), &conf, &err));
    assert_string_equal(err.message,
                        "'absent.conf', which CONTAINERS_REGISTRIES_CONF names, is not there");
}

#define IN_HOME(function) cmocka_unit_test_setup_teardown(function, home_enter, home_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_names_that_nothing_matches),
        cmocka_unit_test(asks_the_manuals_example_in_order),
        cmocka_unit_test(takes_the_longest_prefix),
        cmocka_unit_test(asks_mirrors_for_what_they_are_for),
        cmocka_unit_test(refuses_what_is_blocked),
        cmocka_unit_test(lets_later_files_win),
        cmocka_unit_test(resolves_short_names),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(passes_over_what_it_does_not_know),
        IN_HOME(reads_files_in_order),
        IN_HOME(takes_recorded_aliases_first),
        IN_HOME(names_the_file_that_is_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
