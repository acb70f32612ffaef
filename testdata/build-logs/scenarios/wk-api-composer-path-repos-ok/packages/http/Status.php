<?php
namespace Example\Http;
class Status { public static function text(int $c): string { return [200 => 'OK', 404 => 'Not Found'][$c]; } }
