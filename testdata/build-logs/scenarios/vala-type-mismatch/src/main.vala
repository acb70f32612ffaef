int main (string[] args) {
    var w = new Window ("Title");
    w.resize ("wide");
    return 0;
}
