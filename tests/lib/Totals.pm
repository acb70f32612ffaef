# SPDX-License-Identifier: GPL-3.0-or-later
# prove --harness Totals: prove's own harness, which also prints the reason of each skipped
# test and writes "passed failed skipped" into the file named by TOTALS_FILE.
#
# A program that dies, breaks its plan or exits non-zero although no test of it failed
# counts as one failed test.  A TODO, a known bug, counts as skipped: it proves nothing.
package Totals;
use strict;
use warnings;
use parent 'TAP::Harness';

my @skips;
my %lines;
my $SHOWN = 80;    # lines of a failed test's talk: enough for a diff, not for a flood

sub make_parser {
    my ( $self, $job ) = @_;
    my ( $parser, $session ) = $self->SUPER::make_parser($job);
    my $name = $job->description;
    $parser->callback(
        test => sub {
            my $test = shift;
            my $what = $test->description =~ s/^- //r;
            push @skips, join ': ', $name, grep { length } $what, $test->explanation if $test->has_skip;
            return unless $test->has_todo;
            my $state = $test->todo_passed ? 'FIXED, take it off the known bugs' : 'known bug';
            push @skips, "$name: $what: $state " . $test->explanation;
        }
    );
    # What passed is of no use to who looks for what failed.
    $parser->callback(
        ALL => sub {
            my $line = shift;
            push @{ $lines{$name} }, $line->raw unless $line->is_test && $line->is_ok;
        }
    );
    return ( $parser, $session );
}

sub show_failure {
    my $name = shift;
    my @talk = @{ $lines{$name} || [] };
    my $cut  = @talk - $SHOWN;
    print "\n--- $name\n";
    print "$_\n" for $cut > 0 ? @talk[ 0 .. $SHOWN - 1 ] : @talk;
    print "($cut more lines)\n" if $cut > 0;
    return;
}

sub count {
    my $parser = shift;
    my %aside = map { $_ => 1 } $parser->skipped, $parser->todo;
    my $failed  = grep { !$aside{$_} } $parser->failed;
    my $passed  = grep { !$aside{$_} } $parser->passed;
    my $skipped = keys %aside;
    $skipped++ if defined $parser->skip_all;
    $failed++ if !$failed && ( $parser->parse_errors || $parser->exit || $parser->wait );
    return ( $passed, $failed, $skipped );
}

sub summary {
    my ( $self, $aggregate ) = @_;
    $self->SUPER::summary($aggregate);
    my @total = ( 0, 0, 0 );
    my @names = $aggregate->descriptions;
    my @parsers = $aggregate->parsers(@names);
    for my $i ( 0 .. $#parsers ) {
        my @one = count( $parsers[$i] );
        $total[$_] += $one[$_] for 0 .. 2;
        show_failure( $names[$i] ) if $one[1];
        my $reason = $parsers[$i]->skip_all;
        push @skips, "$names[$i]: all of it: $reason" if defined $reason;
    }
    print "skipped: $_\n" for sort @skips;
    open my $out, '>', $ENV{TOTALS_FILE} or die "$ENV{TOTALS_FILE}: $!";
    print {$out} "@total\n";
    close $out or die "$ENV{TOTALS_FILE}: $!";
    return;
}

1;
