<?php
use PHPUnit\Framework\TestCase;

class BasketTest extends TestCase
{
    public function testAverageOfOneItem(): void
    {
        $basket = new Basket();
        $basket->add('tea', 4);
        $this->assertSame(4.0, $basket->average());
    }

    public function testErrorsAreNamedItemsToo(): void
    {
        $basket = new Basket();
        $basket->add('error', 1);
        $this->assertSame(1.0, $basket->average());
    }

    public function testAverageOfAnEmptyBasket(): void
    {
        $this->assertSame(0.0, (new Basket())->average());
    }
}
