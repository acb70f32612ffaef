/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "limits.h"
#include "turns.h"
#include "workers.h"

#define LAYERS 7

static struct layer layers[LAYERS];
static const struct image image = {.layers = layers, .layer_count = LAYERS};

/* Large ones at 1, 4 and 5; the last of them is the largest. */
static int set_sizes(void **state)
{
    static const uint64_t sizes[LAYERS] = {10, 2 * MIB, 30, 20, MIB, 3 * MIB, MIB - 1};

    for (size_t i = 0; i < LAYERS; i++)
        layers[i].blob.size = sizes[i];
    return 0;
}

static void expect_turn(struct turns *turns, size_t layer, bool beside, struct turn *ret)
{
    turns_take(turns, ret);
    assert_int_equal(ret->layer, layer);
    assert_int_equal(ret->beside, beside);
}

static void gives_the_largest_first_and_small_ones_beside(void **state)
{
    struct turns turns;
    struct turn turn[LAYERS];

    turns_init(&turns, &image, NULL, 2);
    assert_int_equal(turns_threads(&turns), 4);
    expect_turn(&turns, 5, false, &turn[0]);
    expect_turn(&turns, 1, false, &turn[1]);
    expect_turn(&turns, 0, true, &turn[2]);
    expect_turn(&turns, 3, true, &turn[3]);
    turns_give_back(&turns, &turn[2]);
    expect_turn(&turns, 2, true, &turn[4]);
    turns_give_back(&turns, &turn[0]);
    expect_turn(&turns, 4, false, &turn[5]);
    turns_give_back(&turns, &turn[1]);
    expect_turn(&turns, 6, false, &turn[6]);
    turns_release(&turns);
}

static void gives_one_at_a_time(void **state)
{
    static const size_t jobs[] = {0, 1};
    static const size_t expected[LAYERS] = {5, 1, 4, 6, 2, 3, 0};

    for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++) {
        struct turns turns;
        struct turn turn;

        turns_init(&turns, &image, NULL, jobs[i]);
        assert_int_equal(turns_threads(&turns), 1);
        for (size_t n = 0; n < LAYERS; n++) {
            expect_turn(&turns, expected[n], false, &turn);
            turns_give_back(&turns, &turn);
        }
        turns_release(&turns);
    }
}

static void keeps_an_order(void **state)
{
    static const size_t order[LAYERS] = {6, 5, 4, 0, 1, 2, 3};
    struct turns turns;
    struct turn turn;

    turns_init(&turns, &image, order, 8);
    assert_int_equal(turns_threads(&turns), 1);
    for (size_t n = 0; n < LAYERS; n++) {
        expect_turn(&turns, order[n], false, &turn);
        turns_give_back(&turns, &turn);
    }
    turns_release(&turns);
}

/* What threads see of it. */
struct account {
    struct turns turns;
    atomic_int taken[LAYERS];
    atomic_int large;
    atomic_int most_large;
};

static void note_large(struct account *account)
{
    int now = atomic_fetch_add(&account->large, 1) + 1;
    int most = atomic_load(&account->most_large);

    while (now > most && !atomic_compare_exchange_weak(&account->most_large, &most, now))
        continue;
}

static bool take_one(void *context, size_t job, struct error *err)
{
    struct account *account = context;
    struct turn turn;
    bool large;

    turns_take(&account->turns, &turn);
    large = layers[turn.layer].blob.size >= MIB;
    if (large)
        note_large(account);
    atomic_fetch_add(&account->taken[turn.layer], 1);
    if (large)
        atomic_fetch_sub(&account->large, 1);
    turns_give_back(&account->turns, &turn);
    return true;
}

static void gives_each_once_to_threads_that_wait(void **state)
{
    for (int n = 0; n < 100; n++) {
        struct account account = {.large = 0};
        const struct workers workers = {LAYERS, LAYERS, take_one, NULL, &account};
        struct error err = {0};

        turns_init(&account.turns, &image, NULL, 1);
        assert_true(workers_run(&workers, &err));
        turns_release(&account.turns);
        for (size_t i = 0; i < LAYERS; i++)
            assert_int_equal(account.taken[i], 1);
        assert_int_equal(account.most_large, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_largest_first_and_small_ones_beside),
        cmocka_unit_test(gives_one_at_a_time),
        cmocka_unit_test(keeps_an_order),
        cmocka_unit_test(gives_each_once_to_threads_that_wait),
    };

    return cmocka_run_group_tests(tests, set_sizes, NULL);
}
