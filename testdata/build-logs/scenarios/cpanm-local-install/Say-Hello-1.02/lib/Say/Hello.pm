package Say::Hello;
our $VERSION = '1.02';
1;
