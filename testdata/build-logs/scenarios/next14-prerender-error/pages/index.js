export default function Home() {
  return <h1>Magazine</h1>;
}
