use Test::More tests => 2;
use_ok 'Wkclock';
is Wkclock::hm(3660), '1:01';
Wkclock::hm(-1);
