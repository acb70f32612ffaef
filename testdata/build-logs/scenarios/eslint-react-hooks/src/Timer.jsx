import { useEffect, useState } from "react";

export function Timer({ start, running }) {
  const [now, setNow] = useState(start);
  if (running) {
    useEffect(() => setNow(now + 1));
  }
  return now;
}
