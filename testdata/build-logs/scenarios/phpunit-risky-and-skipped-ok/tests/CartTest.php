<?php
use PHPUnit\Framework\TestCase;

final class CartTest extends TestCase
{
    public function testNothing(): void { }
    public function testDatabase(): void { $this->markTestSkipped('connection refused'); }
    public function testThrows(): void { $this->expectException(RuntimeException::class); throw new RuntimeException('failed'); }
}
