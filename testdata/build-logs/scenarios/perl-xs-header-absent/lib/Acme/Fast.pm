package Acme::Fast;
our $VERSION = '1.0';
require XSLoader;
XSLoader::load('Acme::Fast', $VERSION);
1;
