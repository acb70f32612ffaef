<?php
use PHPUnit\Framework\TestCase;

final class StockTest extends TestCase
{
    private array $stock = ['pen' => 3];

    public function testKnown(): void { $this->assertSame(3, $this->stock['pen']); }
    public function testUnknown(): void { $this->assertSame(0, $this->stock['ink']); }
    public function testDivision(): void { $this->assertSame(1, intdiv(3, $this->stock['pen'] - 3)); }
    public function testFine(): void { $this->assertTrue(true); }
}
