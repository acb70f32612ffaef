<?php
use Intranet\Room;
use PHPUnit\Framework\TestCase;

class RoomTest extends TestCase
{
    public function testFits(): void { $this->assertTrue((new Room("blue", 8))->fits(8)); }
    public function testTooMany(): void { $this->assertFalse((new Room("blue", 8))->fits(9)); }
    public function testNoSeats(): void { $this->expectException(InvalidArgumentException::class); new Room("shaft", 0); }
    public function testBeamer(): void { $this->markTestSkipped("no beamer in the build"); }
    public function testFailureOfTheDoor(): void { $this->markTestIncomplete("later"); }
}
