<?php
function days(string $zone): int { return match ($zone) { 'A' => 1, default => 3 }; }
