/** @file */
/** Takes one.
 * @param queue from here
 * @param timeout in ms
 */
int queue_take(void *queue, int timeout_ms);
