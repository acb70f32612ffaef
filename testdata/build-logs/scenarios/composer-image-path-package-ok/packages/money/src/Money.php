<?php
namespace Kontor\Money;

class Money {
    public static function parse(string $s): int {
        if (!is_numeric($s)) throw new \InvalidArgumentException("not a number: $s");
        return (int) round(100 * $s);
    }
}
