<?php

namespace Blog;

class Tag
{
    public const NONE = 'none';
}
