int image;
