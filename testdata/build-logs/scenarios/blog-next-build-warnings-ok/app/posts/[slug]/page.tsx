import { notFound } from 'next/navigation';
import { posts } from '@/lib/posts';

export function generateStaticParams() {
  return posts().map(({ slug }) => ({ slug }));
}

export default function Post({ params }: { params: { slug: string } }) {
  const post = posts().find(({ slug }) => slug === params.slug);
  if (!post) notFound();
  return (
    <h1>
      <img src="/logo.png" />
      {post.title}
    </h1>
  );
}
