<?php
namespace Acme;

class Cart
{
    private array $items = [];

    public function add(Item $item): void
    {
        $this->items[] = $item;
    }

    public function count(): int
    {
        return count($this->items);
    }
}
