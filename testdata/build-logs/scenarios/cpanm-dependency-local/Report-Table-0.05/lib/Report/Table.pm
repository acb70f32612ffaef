package Report::Table;
our $VERSION = '0.05';
1;
