use strict;
use warnings;
use LWP::UserAgent;
use JSON::XS qw(decode_json);
print "import\n";
