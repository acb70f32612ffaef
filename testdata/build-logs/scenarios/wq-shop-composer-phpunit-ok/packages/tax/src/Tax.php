<?php
namespace Acme\Tax;

class Tax
{
    public $rate;

    public static function of(int $net): int
    {
        if ($net < 0) {
            throw new \InvalidArgumentException("net is $net");
        }
        return (int) round($net * 0.19);
    }
}
