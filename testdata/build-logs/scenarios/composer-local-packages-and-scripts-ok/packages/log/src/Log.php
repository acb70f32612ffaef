<?php
namespace Acme\Log;

class Log { public static function error(string $s): void { fwrite(STDERR, "ERROR: $s\n"); } }
