import Link from 'next/link';
import { posts } from '@/lib/posts';

const wide = window.innerWidth > 800;

export default function Page() {
  return (
    <ul className={wide ? 'wide' : ''}>
      {posts().map((post) => (
        <li key={post.slug}>
          <Link href={`/posts/${post.slug}`}>{post.title}</Link>
        </li>
      ))}
    </ul>
  );
}
