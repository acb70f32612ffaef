<?php
final class ErrorTest extends PHPUnit\Framework\TestCase
{
    /** @dataProvider codes */
    public function testThrows(int $code): void
    {
        fwrite(STDERR, "PHP Fatal error:  code $code (only a text)\n");
        $this->expectException(RuntimeException::class);
        throw new RuntimeException('error', $code);
    }

    public static function codes(): array
    {
        return array_map(fn ($n) => [$n], range(1, 25));
    }

    public function testLater(): void
    {
        $this->markTestIncomplete('Failed once');
    }

    public function testElsewhere(): void
    {
        $this->markTestSkipped('needs MySQL: SQLSTATE[HY000] [2002] Connection refused');
    }
}
