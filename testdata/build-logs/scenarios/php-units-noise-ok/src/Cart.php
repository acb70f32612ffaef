<?php
final class Cart {
    private array $items = [];
    public function add(string $name, float $price): void {
        if ($price < 0) throw new DomainException("negative price");
        $this->items[$name] = $price;
    }
    public function total(): float { return array_sum($this->items); }
}
