/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vectors: containers-transports(5), and the distribution project's reference grammar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "reference.h"

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void same(const char *text, const char *what, const char *got, const char *wanted)
{
    if ((got && wanted) ? strcmp(got, wanted) != 0 : got != wanted)
        fail_msg("'%s': %s is '%s' instead of '%s'", text, what, got ? got : "NULL",
                 wanted ? wanted : "NULL");
}

static void reads_local_references(void **state)
{
    static const struct {
        const char *text;
        enum transport transport;
        const char *path;
        const char *tag;
    } cases[] = {
        {"oci:images", TRANSPORT_OCI, "images", NULL},
        {"oci:/a b/images:base", TRANSPORT_OCI, "/a b/images", "base"},
        {"oci:images:docker.io/library/x:1", TRANSPORT_OCI, "images", "docker.io/library/x:1"},
        {"oci-archive:x.tar:1", TRANSPORT_OCI_ARCHIVE, "x.tar", "1"},
        {"oci:images:@0", TRANSPORT_OCI, "images", "@0"},
        {"docker-archive:x.tar.gz", TRANSPORT_DOCKER_ARCHIVE, "x.tar.gz", NULL},
        {"docker-archive:x.tar:team/app:1", TRANSPORT_DOCKER_ARCHIVE, "x.tar", "team/app:1"},
        {"docker-archive:x.tar:@1", TRANSPORT_DOCKER_ARCHIVE, "x.tar", "@1"},
        {"dir:images:base", TRANSPORT_DIR, "images:base", NULL},
        {"containers-storage:app:1", TRANSPORT_STORAGE, NULL, "app:1"},
        {"containers-storage:[/a]@0123", TRANSPORT_STORAGE, "/a", "@0123"},
        {"containers-storage:[overlay@/a+/b:x=y]app", TRANSPORT_STORAGE, "/a", "app"},
        {"docker-daemon:app", TRANSPORT_DOCKER_DAEMON, "app:latest", "latest"},
        {"docker-daemon:team/latest", TRANSPORT_DOCKER_DAEMON, "team/latest:latest", "latest"},
        {"docker-daemon:localhost:5000/app:1", TRANSPORT_DOCKER_DAEMON, "localhost:5000/app:1",
         "1"},
        {"docker-daemon:@0123456789ab", TRANSPORT_DOCKER_DAEMON, "0123456789ab", NULL},
        {"docker-daemon:sha256:0123456789ab", TRANSPORT_DOCKER_DAEMON, "0123456789ab", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        REFERENCE_AUTO(ref);
        struct error err = {0};

        if (!reference_parse(cases[i].text, &ref, &err))
            fail_msg("%s", err.message);
        assert_int_equal(ref.transport, cases[i].transport);
        same(cases[i].text, "path", ref.path, cases[i].path);
        same(cases[i].text, "tag", ref.tag, cases[i].tag);
        assert_null(ref.host);
    }
}

static void reads_registry_references(void **state)
{
    static const struct {
        const char *text;
        const char *host;
        const char *repository;
        const char *tag;
        const char *digest;
    } cases[] = {
        {"alpine", "docker.io", "library/alpine", "latest", NULL},
        {"alpine:3.20", "docker.io", "library/alpine", "3.20", NULL},
        {"docker://alpine", "docker.io", "library/alpine", "latest", NULL},
        {"docker.io/alpine", "docker.io", "library/alpine", "latest", NULL},
        {"index.docker.io/alpine", "docker.io", "library/alpine", "latest", NULL},
        {"team/app", "docker.io", "team/app", "latest", NULL},
        {"registry.example/app", "registry.example", "app", "latest", NULL},
        {"localhost/app:1", "localhost", "app", "1", NULL},
        {"localhost:5000/a/b/c:1", "localhost:5000", "a/b/c", "1", NULL},
        {"[::1]:5000/app:1", "[::1]:5000", "app", "1", NULL},
        {"127.0.0.1:5000/app", "127.0.0.1:5000", "app", "latest", NULL},
        {"host:5000", "docker.io", "library/host", "5000", NULL},
        {"app@sha256:" HEX, "docker.io", "library/app", NULL, "sha256:" HEX},
        {"registry.example/app:1@sha256:" HEX, "registry.example", "app", "1", "sha256:" HEX},
        {"a__b-----c/d.e_f", "docker.io", "a__b-----c/d.e_f", "latest", NULL},
        {"oci", "docker.io", "library/oci", "latest", NULL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        REFERENCE_AUTO(ref);
        struct error err = {0};

        if (!reference_parse(cases[i].text, &ref, &err))
            fail_msg("%s", err.message);
        assert_int_equal(ref.transport, TRANSPORT_REGISTRY);
        same(cases[i].text, "host", ref.host, cases[i].host);
        same(cases[i].text, "repository", ref.repository, cases[i].repository);
        same(cases[i].text, "tag", ref.tag, cases[i].tag);
        same(cases[i].text, "digest", ref.digest, cases[i].digest);
        assert_null(ref.path);
    }
}

static void refuses(const char *text, const char *part)
{
    REFERENCE_AUTO(ref);
    struct error err = {0};

    if (reference_parse(text, &ref, &err))
        fail_msg("'%s' was taken", text);
    assert_int_equal(err.kind, ERROR_USAGE);
    if (!strstr(err.message, part))
        fail_msg("'%s': '%s' is not in '%s'", text, part, err.message);
    assert_null(ref.path);
    assert_null(ref.host);
    assert_null(ref.repository);
    assert_null(ref.tag);
    assert_null(ref.digest);
}

static void refuses_what_is_none(void **state)
{
    static const char *const cases[][2] = {
        {"", "it is empty"},
        {"oci:", "names no file or folder"},
        {"oci::tag", "names no file or folder"},
        {"oci:images:", "nothing behind the colon"},
        {"oci:images:@x", "no number of an image"},
        {"docker-archive:x.tar:@", "no number of an image"},
        {"docker-archive:x.tar:x@sha256:"
         "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
         "no digests"},
        {"docker://", "is no repository"},
        {"docker://registry.example/", "is no repository"},
        {"Upper", "'Upper' is no part"},
        {"a//b", "'' is no part"},
        {"-a", "'-a' is no part"},
        {"a-", "'a-' is no part"},
        {"a..b/c/d", "'a..b' is no host"},
        {"./image.tar", "'.' is no host"},
        {"../images:base", "'..' is no host"},
        {"registry.example./app", "is no host"},
        {"-registry.example/app", "is no host"},
        {"[::1/app", "'[::1' is no host"},
        {"[]:1/app", "is no host"},
        {"[::g]/app", "is no host"},
        {"a___b", "'a___b' is no part"},
        {"x:", "'' is no tag"},
        {"x:.1", "'.1' is no tag"},
        {"x:a b", "'a b' is no tag"},
        {"x@", "''"},
        {"x@sha256:12", "'sha256:12'"},
        {"x@sha256:" HEX "00", "'sha256:"},
        {"x@md5:00", "'md5:00'"},
        {"bad_host.example:x/app", "'bad_host.example:x' is no host"},
        {"registry.example:/app", "is no host"},
        {"registry.example:0/app", "is no host"},
        {"registry.example:65536/app", "is no host"},
        {":5000/app", "':5000' is no host"},
        {"registry.example:5000:1/app", "is no host"},
        {"https://registry.example/app", "is no"},
        {"me:secret@registry.example/app", "'registry.example/app'"},
        {"ostree:app:1", "'ostree:' is not supported"},
        {"docker-daemon:", "is no repository"},
        {"docker-daemon:@", "'' is no image's id"},
        {"docker-daemon:@app", "'app' is no image's id"},
        {"docker-daemon:sha256:", "is no image's id"},
        {"containers-storage:", "is no repository"},
        {"containers-storage:[/store", "there is no ']'"},
        {"containers-storage:[vfs@/store]app", "'vfs' is not supported"},
        {"containers-storage:[overlay@store]app", "no absolute path"},
        {"containers-storage:[/store]@x", "'x' is no image's id"},
        {"a\nb", "'a?b' is no part"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        refuses(cases[i][0], cases[i][1]);
}

static void refuses_what_is_too_long(void **state)
{
    char long_one[LIMIT_REFERENCE + 2];

    memset(long_one, 'a', sizeof long_one - 1);
    long_one[sizeof long_one - 1] = '\0';
    refuses(long_one, "longer than 4096 bytes");
    /* A repository of 255 bytes ("library/" is part of it), and a tag of 128, are the longest. */
    long_one[256 - 8] = '\0';
    refuses(long_one, "is no repository");
    long_one[1] = ':';
    long_one[2 + 129] = '\0';
    refuses(long_one, "is no tag");
}

static void takes_the_longest(void **state)
{
    REFERENCE_AUTO(ref);
    struct error err = {0};
    char text[247 + 1 + 128 + 1];

    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    text[247] = ':';
    if (!reference_parse(text, &ref, &err))
        fail_msg("%s", err.message);
    assert_int_equal(strlen(ref.repository), 255);
    assert_int_equal(strlen(ref.tag), 128);
}

static void reads_names_alone(void **state)
{
    REFERENCE_AUTO(ref);
    struct error err = {0};

    assert_true(reference_parse_name("oci:1", &ref, &err));
    assert_int_equal(ref.transport, TRANSPORT_REGISTRY);
    same("oci:1", "repository", ref.repository, "library/oci");
    reference_release(&ref);
    assert_false(reference_parse_name("@1", &ref, &err));
    assert_int_equal(err.kind, ERROR_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_local_references), cmocka_unit_test(reads_registry_references),
        cmocka_unit_test(refuses_what_is_none),   cmocka_unit_test(refuses_what_is_too_long),
        cmocka_unit_test(takes_the_longest),      cmocka_unit_test(reads_names_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
