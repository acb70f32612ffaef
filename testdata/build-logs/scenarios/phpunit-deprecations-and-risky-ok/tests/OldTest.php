<?php
use PHPUnit\Framework\TestCase;

class OldTest extends TestCase
{
    public function testThrowsError(): void
    {
        $this->expectException(TypeError::class);
        strlen([]);
    }

    public function testNothing(): void
    {
    }

    public function testLater(): void
    {
        $this->markTestIncomplete("Fatal error on Windows");
    }

    public function testDatabase(): void
    {
        $this->markTestSkipped("connection refused");
    }
}
