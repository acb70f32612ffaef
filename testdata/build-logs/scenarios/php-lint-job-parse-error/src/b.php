<?php
function b(array $rows): array {
    return array_map(fn($row) => $row['id'] $rows);
}
