<?php
namespace Acme;
class Label
{
    public function __construct(private int $n) {}
    public function text(): string
    {
        if ($this->n == 3) throw new \DomainException('address too long');
        return sprintf('LABEL %04d', $this->n);
    }
}
