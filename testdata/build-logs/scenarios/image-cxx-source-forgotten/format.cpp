#include "meter.h"
std::string format(const Reading& reading) { return std::to_string(reading.value) + " kWh"; }
