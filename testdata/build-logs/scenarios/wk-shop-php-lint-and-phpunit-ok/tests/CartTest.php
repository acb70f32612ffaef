<?php
use PHPUnit\Framework\TestCase;

final class CartTest extends TestCase
{
    public function testAdds(): void
    {
        $c = new Cart();
        $c->add('a', 2);
        $this->assertSame(2, $c->count());
    }

    public function testRefusesZero(): void
    {
        error_log('PHP Warning: cart: quantity must be positive');
        $this->expectException(InvalidArgumentException::class);
        (new Cart())->add('a', 0);
    }

    public function testRedis(): void
    {
        $this->markTestSkipped('The redis extension is not loaded.');
    }

    public function testNothing(): void
    {
        new Cart();
    }
}
