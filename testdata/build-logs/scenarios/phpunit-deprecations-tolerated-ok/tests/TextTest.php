<?php
final class Text
{
    public function __construct(string $text)
    {
        $this->text = $text;
    }

    public function short(?string $suffix): string
    {
        return substr($this->text, 0, 3) . trim($suffix);
    }
}

final class TextTest extends PHPUnit\Framework\TestCase
{
    public function testError(): void
    {
        $this->expectException(RuntimeException::class);
        throw new RuntimeException('error: expected');
    }

    public function testShort(): void
    {
        $this->assertSame('abc...', (new Text('abcdef'))->short('...'));
    }

    public function testShortWithoutSuffix(): void
    {
        $this->assertSame('abc', (new Text('abcdef'))->short(null));
    }
}
