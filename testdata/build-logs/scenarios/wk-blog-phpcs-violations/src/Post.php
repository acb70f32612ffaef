<?php

namespace Blog;

class Post
{
    public function __construct(private string $title)
    {
    }

    public function title(): string {
        if(strlen($this->title) > 80)
            return substr($this->title, 0, 80);
        return $this->title;
    }
}
