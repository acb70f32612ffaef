use strict;
use warnings;
use Test::More;

plan skip_all => 'cannot connect to database: Connection refused' unless $ENV{PRICE_DSN};
