#include "text.h"
#include <sstream>

std::string pad(const std::string &s, size_t width)
{
    return s.size() >= width ? s : s + std::string(width - s.size(), ' ');
}

std::vector<std::string> wrap(const std::string &text, size_t width)
{
    std::vector<std::string> lines(1);
    std::istringstream in(text);
    for (std::string word; in >> word;) {
        if (!lines.back().empty() && lines.back().size() + word.size() > width)
            lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + word;
    }
    return lines;
}
