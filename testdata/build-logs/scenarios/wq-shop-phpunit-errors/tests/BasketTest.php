<?php
declare(strict_types=1);

use Acme\Shop\Basket;
use PHPUnit\Framework\TestCase;

final class BasketTest extends TestCase
{
    public static function counts(): array
    {
        return array_map(fn ($n) => [$n], range(1, 70));
    }

    /** @dataProvider counts */
    public function testTotal(int $count): void
    {
        $basket = new Basket();
        $basket->add('tea', $count);
        $this->assertSame(3 * $count, $basket->total(['tea' => 3]));
    }

    public function testFromJson(): void
    {
        $this->assertSame(6, Basket::fromJson('{"tea": "2"}')->total(['tea' => 3]));
    }

    public function testWithoutPrice(): void
    {
        $this->markTestIncomplete('prices may be missing');
    }
}
