package Acme::Config;
use strict;
use warnings;

sub new { bless {}, shift }

1;
