<?php
use Acme\Cart\Cart;
use PHPUnit\Framework\TestCase;

class CartTest extends TestCase
{
    public function testEmpty(): void
    {
        $this->assertSame(0, (new Cart())->total());
    }

    public function testSameTwice(): void
    {
        $cart = new Cart();
        $cart->add("pen", 120);
        $cart->add("pen", 120);
        $this->assertSame(240, $cart->total());
    }
}
