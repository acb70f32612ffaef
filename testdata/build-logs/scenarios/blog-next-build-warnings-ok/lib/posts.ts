export interface Post {
  slug: string;
  title: string;
}

export function posts(): Post[] {
  try {
    JSON.parse('{');
  } catch (error) {
    console.error('Error: no drafts', (error as Error).message);
  }
  return ['hello', 'errors', 'failed-builds'].map((slug) => ({ slug, title: slug.toUpperCase() }));
}
