<?php
class Contact
{
    private array $phones = [];

    public function addPhone(string $kind, string $number): void
    {
        $this->phones[$kind = $number;
    }
}
