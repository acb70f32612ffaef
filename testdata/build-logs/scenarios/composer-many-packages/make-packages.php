<?php
$require = [];
for ($n = 0; $n < 60; $n++) {
    mkdir("packages/part$n", 0755, true);
    file_put_contents("packages/part$n/composer.json", json_encode(["name" => "example/part$n", "version" => "1.$n.0"]));
    $require["example/part$n"] = "^1.0";
}
file_put_contents("composer.json", json_encode([
    "name" => "example/many",
    "repositories" => [["type" => "path", "url" => "packages/*"], ["packagist.org" => false]],
    "require" => $require]));
