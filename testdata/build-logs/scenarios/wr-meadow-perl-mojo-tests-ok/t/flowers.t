use Test::More;
use Test::Mojo;
use FindBin;
$ENV{MOJO_LOG_LEVEL} = 'debug';
require "$FindBin::Bin/../meadow.pl";
my $t = Test::Mojo->new;
$t->get_ok("/flowers/$_")->status_is(200)->content_is($_) for 1 .. 12;
$t->get_ok('/flowers/0')->status_is(500);
TODO: { local $TODO = 'names are not supported'; is $t->ua->get('/flowers/rose')->res->code, 200, 'rose'; }
SKIP: { skip 'no network', 1; fail 'never' }
done_testing;
