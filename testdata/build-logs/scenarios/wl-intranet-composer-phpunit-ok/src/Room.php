<?php
namespace Intranet;

class Room
{
    public function __construct(private string $name, private int $seats)
    {
        if ($seats < 1) {
            error_log("Room $name: seats must be positive");
            throw new \InvalidArgumentException("seats");
        }
    }

    public function fits(int $people): bool
    {
        return $people <= $this->seats;
    }
}
