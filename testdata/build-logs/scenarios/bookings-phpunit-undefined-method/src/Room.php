<?php

namespace Bookings;

final class Room
{
    /** @var array<string, string> */
    private array $days = [];

    public function __construct(public readonly string $name)
    {
    }

    public function book(string $day, string $guest): bool
    {
        if (isset($this->days[$day])) {
            error_log("error: {$this->name} is taken on $day");
            return false;
        }
        $this->days[$day] = $guest;
        return true;
    }

    public function allGuests(): array
    {
        return array_values(array_unique($this->days));
    }
}
