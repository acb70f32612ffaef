<?php
final class Money
{
    public function __construct(private int $cents)
    {
    }

    public function split(int $n): array
    {
        return array_fill(0, $n, intdiv($this->cents, $n));
    }

    public function cents(): int
    {
        return $this->cents;
    }
}
