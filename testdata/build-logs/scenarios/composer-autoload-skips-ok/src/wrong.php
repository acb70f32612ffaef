<?php
namespace Other;
class Wrong {}
