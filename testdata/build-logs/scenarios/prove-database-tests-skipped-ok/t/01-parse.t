use strict;
use warnings;
use Test::More tests => 4;
use Price;

is Price::parse('3.50'), 350, 'three fifty';
eval { Price::parse('three') };
is $@, "invalid price: three\n", 'error message';
note 'error handling was tested';
diag 'Use of uninitialized value would be a failure';
TODO: {
    local $TODO = 'negative prices';
    is eval { Price::parse('-1.00') }, -100, 'refund';
}
pass 'end';
