import { format } from "./a-format";

export default function Button({ price }) {
  return <button className="buy">{format(price)}</button>;
}
