#include <string>
#include <assimp/Importer.hpp>

bool load(const std::string &path) {
    Assimp::Importer importer;
    return importer.ReadFile(path, 0) != nullptr;
}
