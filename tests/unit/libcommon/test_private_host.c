/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "private_host.h"

static void knows_places(void **state)
{
    static const struct {
        const char *host;
        enum host_place place;
    } cases[] = {
        {"registry.example", HOST_PUBLIC},
        {"", HOST_PUBLIC},
        {"192.0.2.1", HOST_PUBLIC},
        {"172.15.255.255", HOST_PUBLIC},
        {"172.32.0.0", HOST_PUBLIC},
        {"2001:db8::1", HOST_PUBLIC},
        {"10.example", HOST_PUBLIC},
        {"localhost.example", HOST_PUBLIC},
        {"notlocalhost", HOST_PUBLIC},
        {"10.0.0.1", HOST_INNER},
        {"172.16.0.1", HOST_INNER},
        {"172.31.255.255", HOST_INNER},
        {"192.168.1.1", HOST_INNER},
        {"100.64.0.1", HOST_INNER},
        {"198.19.0.1", HOST_INNER},
        {"fd00::1", HOST_INNER},
        {"fec0::1", HOST_INNER},
        {"64:ff9b::10.0.0.1", HOST_INNER},
        {"64:ff9b::192.0.2.1", HOST_PUBLIC},
        {"::ffff:10.0.0.1", HOST_INNER},
        {"127.0.0.1", HOST_LOOPBACK},
        {"127.0.0.1.", HOST_LOOPBACK},
        {"0.0.0.0", HOST_LOOPBACK},
        {"::1", HOST_LOOPBACK},
        {"::", HOST_LOOPBACK},
        {"::127.0.0.1", HOST_LOOPBACK},
        {"::ffff:7f00:1", HOST_LOOPBACK},
        {"localhost", HOST_LOOPBACK},
        {"LocalHost.", HOST_LOOPBACK},
        {"a.localhost", HOST_LOOPBACK},
        {"169.254.169.254", HOST_LINK_LOCAL},
        {"::ffff:169.254.169.254", HOST_LINK_LOCAL},
        {"100.100.100.200", HOST_LINK_LOCAL},
        {"fd00:ec2::254", HOST_LINK_LOCAL},
        {"fe80::1", HOST_LINK_LOCAL},
        {"fe80::1%eth0", HOST_LINK_LOCAL},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(host_place(cases[i].host), cases[i].place);
}

static bool may_lead(const char *from, const char *to)
{
    return host_is_in_reach(host_reach_from(host_place(from)), host_place(to));
}

static void lets_nobody_inside(void **state)
{
    assert_true(may_lead("registry.example", "storage.example"));
    assert_true(may_lead("10.0.0.1", "storage.example"));
    assert_true(may_lead("10.0.0.1", "192.168.1.1"));
    assert_true(may_lead("localhost", "127.0.0.1"));
    assert_false(may_lead("registry.example", "127.0.0.1"));
    assert_false(may_lead("registry.example", "10.0.0.1"));
    assert_false(may_lead("192.0.2.1", "localhost"));
    assert_false(may_lead("10.0.0.1", "169.254.169.254"));
    assert_false(may_lead("127.0.0.1", "fe80::1"));
    assert_int_equal(host_reach_from(HOST_UNKNOWN), REACH_PUBLIC);
    assert_true(host_is_in_reach(REACH_ALL, HOST_LINK_LOCAL));
}

static void takes_who_is_in_two_places_for_public(void **state)
{
    assert_int_equal(host_place_of_both(HOST_UNKNOWN, HOST_INNER), HOST_INNER);
    assert_int_equal(host_place_of_both(HOST_INNER, HOST_UNKNOWN), HOST_INNER);
    assert_int_equal(host_place_of_both(HOST_INNER, HOST_PUBLIC), HOST_PUBLIC);
    assert_int_equal(host_place_of_both(HOST_PUBLIC, HOST_INNER), HOST_PUBLIC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_places),
        cmocka_unit_test(lets_nobody_inside),
        cmocka_unit_test(takes_who_is_in_two_places_for_public),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
