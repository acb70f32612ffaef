<?php
final class Parser
{
    public function parse(string $text): array
    {
        if ($text === '') {
            throw new InvalidArgumentException('Fatal: empty text');
        }
        return explode(',', $text);
    }
}
