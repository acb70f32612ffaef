<?php
class Basket
{
    private array $items = [];

    public function add(string $name, float $price): void
    {
        $this->items[$name] = $price;
    }

    public function average(): float
    {
        return intdiv((int) array_sum($this->items), count($this->items));
    }
}
