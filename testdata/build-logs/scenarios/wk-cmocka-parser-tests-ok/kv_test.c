#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
int kv_valid(const char *);
static void valid(void **s) { (void)s; assert_true(kv_valid("a=b")); }
static void invalid(void **s) { (void)s; assert_false(kv_valid("ab")); }
static void unicode(void **s) { (void)s; skip(); }
int main(void)
{
    const struct CMUnitTest t[] = { cmocka_unit_test(valid), cmocka_unit_test(invalid), cmocka_unit_test(unicode) };
    return cmocka_run_group_tests(t, NULL, NULL);
}
