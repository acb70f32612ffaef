use strict;
use warnings;
use DBI;
print "export\n";
