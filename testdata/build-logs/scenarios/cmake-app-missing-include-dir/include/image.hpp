struct Image { int width, height; };
int pixels(const Image &image);
