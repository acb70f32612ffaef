export function App() {
  return <div className="app">Hello</div>;
}
