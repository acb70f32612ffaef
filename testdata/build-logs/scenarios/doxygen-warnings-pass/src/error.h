/** @file
 Errors. @see failure @unknowncommand
*/
/** Reports an error.
 * @param coed the error
 * \link nowhere \endlink
 */
int report_error(int code, const char *text);
/** @returns nothing @ref fatal_error */
void fatal(void);
