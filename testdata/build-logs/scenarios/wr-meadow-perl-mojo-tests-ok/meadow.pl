use Mojolicious::Lite -signatures;
my $unused; my $unused;
get '/flowers/:n' => sub ($c) {
    die "no such flower\n" unless $c->param('n') > 0;
    $c->render(text => $c->param('n'));
};
app->start;
