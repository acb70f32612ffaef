<?php
require __DIR__ . '/../src/Mailer.php';
$m = new Mailer();
$tests = [
    'renders' => fn() => $m->render('hi {name}', ['name' => 'Ada']) === 'hi Ada',
    'missing variable is empty' => fn() => $m->render('hi {name}', []) === 'hi ',
    'no recipient' => fn() => $m->send(null) === false,
    'relay down' => fn() => $m->send('a@example.com') === false,
];
$failed = 0;
foreach ($tests as $name => $t) {
    $ok = $t();
    printf("%s %s\n", $ok ? '✓' : '✗', $name);
    $failed += $ok ? 0 : 1;
}
printf("%d tests, %d failures\n", count($tests), $failed);
exit($failed ? 1 : 0);
