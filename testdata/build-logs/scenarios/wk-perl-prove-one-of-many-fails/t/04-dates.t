use strict;
use warnings;
use Test::More;
use Feedr;
is Feedr::rfc822('2024-02-01'), '01 Feb 2024', 'month has a name';
is Feedr::rfc822('x'), undef, 'garbage';
done_testing;
