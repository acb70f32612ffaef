package Report;
use strict;
use warnings;
use DateTime::Tiny;

sub new { bless {}, shift }
1;
