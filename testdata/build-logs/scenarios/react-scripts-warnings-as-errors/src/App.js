import React, { useEffect, useState } from "react";

export default function App({ id }) {
  const [product, setProduct] = useState(null);
  const price = 10;
  useEffect(() => {
    fetch(`/api/products/${id}`).then((answer) => answer.json()).then(setProduct);
  }, []);
  return <a href="#">{product ? product.name : "loading"}</a>;
}
