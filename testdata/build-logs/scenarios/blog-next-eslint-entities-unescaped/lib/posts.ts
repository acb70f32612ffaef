export interface Post {
  slug: string;
  title: string;
}

export function posts(): Post[] {
  return ['hello', 'errors', 'failed-builds'].map((slug) => ({ slug, title: slug.toUpperCase() }));
}
