<?php
final class Tax
{
    public static function of(int $cents, int $percent): int
    {
        return (int) ($cents * $percent / 100);
    }
}
