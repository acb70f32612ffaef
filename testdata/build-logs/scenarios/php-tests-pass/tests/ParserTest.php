<?php
require_once __DIR__ . '/../src/Parser.php';

use PHPUnit\Framework\TestCase;

final class ParserTest extends TestCase
{
    public function numbers(): array
    {
        return array_map(fn ($n) => [$n], range(1, 60));
    }

    /** @dataProvider numbers */
    public function testErrorsAreSplit(int $n): void
    {
        $this->assertCount(2, (new Parser())->parse("error $n,failed"));
    }

    public function testEmptyTextFails(): void
    {
        $this->expectExceptionMessage('Fatal: empty text');
        (new Parser())->parse('');
    }

    public function testNotYet(): void
    {
        $this->markTestSkipped('database is not reachable');
    }
}
