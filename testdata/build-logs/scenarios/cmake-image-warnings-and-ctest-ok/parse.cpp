#include <string>
#include <vector>
int level_of(const std::string& text) {
    static const std::vector<std::string> levels{"error", "warning", "fatal"};
    for (int i = 0; i < levels.size(); i++)
        if (levels[i] == text) return i;
    return -1;
}
