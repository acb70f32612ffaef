/** @file
 * Errors. @see fatal_nothing()
 */
/** Reports an error.
 * @param kode the code
 * @return nothing @unknowncommand
 */
int report(int code, const char *text);
/** Fails. */
void fail(void)
