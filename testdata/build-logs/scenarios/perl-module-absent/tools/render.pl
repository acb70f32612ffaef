use strict;
use warnings;
use Template::Toolkit::Example;
print "rendered\n";
