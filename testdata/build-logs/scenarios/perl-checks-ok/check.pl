use strict; use warnings;
use Shop;
eval { Shop::price(-1) };
print "failed as it should: $@";
warn "FATAL is only a word here\n";
print "price: ", Shop::price(undef), "\n";
