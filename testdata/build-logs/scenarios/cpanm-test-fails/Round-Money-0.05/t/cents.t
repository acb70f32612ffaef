use Test::More tests => 3;
use Round::Money;
is(Round::Money::cents(1.5), 150, 'half');
is(Round::Money::cents(4.35), 435, 'a number that binary cannot hold');
is(Round::Money::cents(0), 0, 'nothing');
