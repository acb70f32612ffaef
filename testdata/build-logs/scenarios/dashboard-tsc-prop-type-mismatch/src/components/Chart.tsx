interface Props {
  values: number[];
  label?: string;
}

export function Chart({ values, label = 'errors' }: Props) {
  return (
    <ul aria-label={label}>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}
