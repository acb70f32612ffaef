<?php
declare(strict_types=1);

namespace Acme\Shop;

final class Basket
{
    /** @var array<string,int> */
    private array $items = [];

    public function add(string $item, int $count): void
    {
        $this->items[$item] = ($this->items[$item] ?? 0) + $count;
    }

    public function total(array $prices): int
    {
        $total = 0;
        foreach ($this->items as $item => $count) {
            $total += $prices[$item] * $count;
        }
        return $total;
    }

    public static function fromJson(string $json): self
    {
        $basket = new self();
        foreach (json_decode($json, true) as $item => $count) {
            $basket->add($item, $count);
        }
        return $basket;
    }
}
