#include <iostream>
#include <string>

int main(int argc, char** argv)
{
    std::string name = argv[0];
    std::cout << name << std::endl;
}
