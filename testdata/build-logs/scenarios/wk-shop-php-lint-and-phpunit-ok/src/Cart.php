<?php
declare(strict_types=1);

final class Cart
{
    private array $items = [];

    public function add(string $sku, int $n): void
    {
        if ($n < 1) {
            throw new InvalidArgumentException("quantity must be positive, got $n");
        }
        $this->items[$sku] = ($this->items[$sku] ?? 0) + $n;
    }

    public function count(): int
    {
        return array_sum($this->items);
    }
}
