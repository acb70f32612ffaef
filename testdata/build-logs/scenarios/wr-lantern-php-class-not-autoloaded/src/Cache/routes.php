<?php
namespace App\Cache;
class Routes { public function warm(): void {} }
