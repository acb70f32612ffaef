<?php
declare(strict_types=1);
$dry = in_array('--dry-run', $argv);
function apply(int $n, string $sql, bool $dry): int
{
    echo sprintf("%s %03d %s\n", $dry ? 'would apply' : 'applying', $n, $sql);
    return strlen($sql);
}
$total = 0;
foreach (['CREATE TABLE users', 'ALTER TABLE users ADD email', 'CREATE INDEX users_email', 'DROP TABLE old_users'] as $i => $sql) {
    $total += apply($i + 1, $sql, $dry);
}
if (!$dry) {
    $version = trim(file_get_contents('schema_version'));
    apply($version, 'UPDATE meta SET version', $dry);
}
echo "total $total\n";
