<?php
$require = [];
for ($n = 0; $n < 55; $n++) {
    mkdir("packages/error$n", 0755, true);
    file_put_contents("packages/error$n/composer.json", json_encode(["name" => "example/error$n", "version" => "2.$n.1"]));
    $require["example/error$n"] = "^2.0";
}
file_put_contents("composer.json", json_encode([
    "name" => "example/many",
    "repositories" => [["type" => "path", "url" => "packages/*"], ["packagist.org" => false]],
    "require" => $require,
    "scripts" => ["post-update-cmd" => ["@php warm-cache.php"]]]));
