use strict; use warnings;
use Test::More tests => 5;
use_ok('Radio::Slot');
my $news = Radio::Slot->new(from => 60, to => 75);
my $music = Radio::Slot->new(from => 75, to => 180);
is($news->minutes, 15, 'news take fifteen minutes');
is($news->day(2024, 2, 29), 'Thursday', 'leap day');
ok(!$news->overlaps($music), 'music follows the news');
ok($news->overlaps(Radio::Slot->new(from => 70, to => 80)), 'an interruption overlaps');
