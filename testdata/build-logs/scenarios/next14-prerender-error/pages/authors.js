export async function getStaticProps() {
  return { props: { authors: [{ name: "Ada", links: ["/ada"] }, { name: "Grace" }] } };
}

export default function Authors({ authors }) {
  return <ul>{authors.map((author) => <li key={author.name}>{author.name}: {author.links.join(", ")}</li>)}</ul>;
}
