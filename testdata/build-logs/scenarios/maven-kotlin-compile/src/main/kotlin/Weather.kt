data class Reading(val station: String, val celsius: Double?)

fun mean(readings: List<Reading>): Double = readings.map { it.celsius }.average()

fun warmest(readings: List<Reading>): String {
    val best = readings.maxByOrNull { it.celsius ?: Double.MIN_VALUE }
    return best.station
}
