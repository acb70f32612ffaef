type Product = { id: number; title: string };

const products: Product[] = [{ id: 1, title: "Lamp" }];

export default function Page() {
  return <ul>{products.map((p) => <li key={p.id}>{p.name}</li>)}</ul>;
}
