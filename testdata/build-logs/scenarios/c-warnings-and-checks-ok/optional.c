int main(void) { return usb_open(); }
