<?php
use Acme\Cart;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../src/Cart.php';

final class CartTest extends TestCase
{
    /** @dataProvider numbers */
    public function testCountsNothing(int $number): void
    {
        $this->assertSame(0, (new Cart())->count());
    }

    public static function numbers(): array
    {
        return array_map(fn ($n) => [$n], range(1, 70));
    }

    public function testCountsItems(): void
    {
        $cart = new Cart();
        $cart->add(new Acme\Item('cup'));
        $this->assertSame(1, $cart->count());
    }
}
