<?php

final class Importer
{
    public array $errors = [];

    public function import(array $rows): int
    {
        $n = 0;
        foreach ($rows as $row) {
            if (!isset($row['id'])) {
                $this->errors[] = 'row without id';
                error_log('ERROR: row without id');
                continue;
            }
            $n++;
        }
        return $n;
    }
}
