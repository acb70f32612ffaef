#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

struct ring { int data[4]; unsigned head, tail; };

static int push(struct ring *r, int v)
{
	if (r->head - r->tail == 4)
		return -1;
	r->data[r->head++ % 4] = v;
	return 0;
}

static int pop(struct ring *r)
{
	return r->data[r->tail % 4];
}

static void pushes(void **state)
{
	struct ring r = {0};
	(void)state;
	for (int i = 0; i < 4; i++)
		assert_int_equal(push(&r, i), 0);
	assert_int_equal(push(&r, 9), -1);
}

static void pops_in_order(void **state)
{
	struct ring r = {0};
	(void)state;
	push(&r, 1);
	push(&r, 2);
	assert_int_equal(pop(&r), 1);
	assert_int_equal(pop(&r), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pushes), cmocka_unit_test(pops_in_order) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
