/** @file
 * The tool.
 */

/** Runs it.
 * @param count how often
 * @param missing no such parameter
 * @see no_such_function()
 */
int run(int count, int level);
int stop(void);
