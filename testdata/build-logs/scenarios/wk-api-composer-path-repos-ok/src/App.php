<?php
namespace Api;
class App { public static function hello(): string { \Example\Log\warn('cache backend missing, using memory'); return \Example\Http\Status::text(404); } }
