<?php
namespace App;
class Kernel { public function warm(): void { trigger_error('Kernel::boot() is deprecated', E_USER_DEPRECATED); } }
