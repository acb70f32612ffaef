import Link from 'next/link';
import { posts } from '@/lib/posts';

export default function Page() {
  return (
    <ul>
      {posts().map((post) => (
        <li key={post.slug}>
          <Link href={`/posts/${post.slug}`}>{post.title}</Link>
        </li>
      ))}
    </ul>
  );
}
