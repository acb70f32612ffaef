#include <check.h>
#include <stdlib.h>
int rle_len(const char *);
START_TEST(test_empty) { ck_assert_int_eq(rle_len(""), 0); } END_TEST
START_TEST(test_runs) { ck_assert_int_eq(rle_len("aaabb"), 4); } END_TEST
START_TEST(test_abort_expected) { abort(); } END_TEST
int main(void)
{
    Suite *s = suite_create("rle");
    TCase *t = tcase_create("core");
    tcase_add_test(t, test_empty);
    tcase_add_test(t, test_runs);
    tcase_add_test_raise_signal(t, test_abort_expected, 6);
    suite_add_tcase(s, t);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_ENV);
    int bad = srunner_ntests_failed(r);
    srunner_free(r);
    return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
