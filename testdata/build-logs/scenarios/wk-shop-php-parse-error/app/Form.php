<?php
final class Form { public array $errors = []; }
