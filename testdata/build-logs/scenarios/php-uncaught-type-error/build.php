<?php

declare(strict_types=1);

function slug(string $title): string
{
    return strtolower(preg_replace('/\W+/', '-', $title));
}

function render(array $post): string
{
    return sprintf("<h1 id=\"%s\">%s</h1>\n", slug($post['title']), $post['title']);
}

$posts = json_decode(file_get_contents(__DIR__ . '/posts.json'), true);
@mkdir('public');
foreach ($posts as $n => $post) {
    file_put_contents("public/$n.html", render($post));
    echo "wrote public/$n.html\n";
}
