#include <string>
struct Channel { std::string *buf = nullptr; void open(); void send(const std::string &); std::string recv(); void close(); };
