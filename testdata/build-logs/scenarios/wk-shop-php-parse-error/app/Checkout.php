<?php
class Checkout
{
    public function total(array $lines): int
    {
        $sum = 0
        foreach ($lines as $l) {
            $sum += $l['cents'];
        }
        return $sum;
    }
}
