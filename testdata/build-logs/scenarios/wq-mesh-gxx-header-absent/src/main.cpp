int faces();
int main() { return faces() - 12; }
