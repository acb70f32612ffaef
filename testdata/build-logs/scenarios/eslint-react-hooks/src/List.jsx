export const List = ({ items }) => items.length;
