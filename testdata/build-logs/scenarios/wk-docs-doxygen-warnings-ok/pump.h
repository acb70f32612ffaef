/** @file
 * The pump.
 */

/** Starts it.
 * @param speed in litres
 * @param speeed misspelt
 */
int pump_start(int speed);
int pump_stop(void);
/** See @ref nowhere. */
int pump_level(int id);
