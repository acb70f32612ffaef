<?php
namespace Kontor\Support;

class Str { public static function kebab(string $s): string { return strtolower(strtr($s, ' ', '-')); } }
