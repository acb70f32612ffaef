<?php
use PHPUnit\Framework\TestCase;

final class CartTest extends TestCase
{
    public function testAdds(): void { $this->assertSame(2, 1 + 1); }
    public function testTotal(): void { $this->assertSame(['total' => 3], ['total' => 4]); }
    public function testLater(): void { $this->markTestIncomplete('later'); }
}
