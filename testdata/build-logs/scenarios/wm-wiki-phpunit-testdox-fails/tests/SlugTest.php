<?php
declare(strict_types=1);
require __DIR__ . '/../src/Slug.php';
use PHPUnit\Framework\TestCase;
final class SlugTest extends TestCase
{
    public static function titles(): array
    {
        return ['plain' => ['Hello World', 'hello-world'], 'signs' => ['What? No!', 'what-no'], 'umlaut' => ['Über uns', 'ueber-uns']];
    }
    /** @dataProvider titles */
    public function testSlugOf(string $title, string $slug): void
    {
        $this->assertSame($slug, Slug::of($title));
    }
    public function testEmptyTitleGivesNothing(): void
    {
        $this->assertSame('', Slug::of('???'));
    }
}
