<?php
function slug(string $s): string { if ($s === '') { trigger_error('empty title', E_USER_WARNING); } return strtolower(preg_replace('/\W+/', '-', $s)); }
