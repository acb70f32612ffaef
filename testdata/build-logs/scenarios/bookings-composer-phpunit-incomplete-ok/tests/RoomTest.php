<?php

use Bookings\Room;
use PHPUnit\Framework\TestCase;

final class RoomTest extends TestCase
{
    public function testBooks(): void
    {
        $this->assertTrue((new Room('blue'))->book('2024-01-01', 'Ann'));
    }

    public function testTakenRoomFails(): void
    {
        $room = new Room('blue');
        $room->book('2024-01-01', 'Ann');
        $this->assertFalse($room->book('2024-01-01', 'Bob'));
    }

    /** @dataProvider days */
    public function testGuests(array $days, int $count): void
    {
        $room = new Room('red');
        foreach ($days as $day => $guest) {
            $room->book($day, $guest);
        }
        $this->assertCount($count, $room->guests());
    }

    public static function days(): array
    {
        return [
            'none' => [[], 0],
            'one' => [['2024-01-01' => 'Ann'], 1],
            'same' => [['2024-01-01' => 'Ann', '2024-01-02' => 'Ann'], 1],
            'two' => [['2024-01-01' => 'Ann', '2024-01-02' => 'Bob'], 2],
        ];
    }

    public function testPrices(): void
    {
        $this->markTestIncomplete('prices come next year');
    }
}
