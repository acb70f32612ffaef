<?php
require __DIR__ . '/../vendor/autoload.php';
echo Api\App::hello(), PHP_EOL;
