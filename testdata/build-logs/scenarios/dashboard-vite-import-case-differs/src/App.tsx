import { useState } from 'react';
import { Chart } from './components/chart';

export function App() {
  const [days, setDays] = useState(7);
  return (
    <main>
      <h1>Errors of the last {days} days</h1>
      <button onClick={() => setDays(days + 1)}>more</button>
      <Chart values={Array.from({ length: days }, (_, day) => day)} />
    </main>
  );
}
