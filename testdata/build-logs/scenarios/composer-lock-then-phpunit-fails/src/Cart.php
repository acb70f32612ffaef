<?php
namespace Acme\Cart;

class Cart
{
    private array $items = [];

    public function add(string $sku, int $price): void
    {
        $this->items[$sku] = $price;
    }

    public function total(): int
    {
        return array_sum($this->items);
    }
}
