export const query = async () => 1;
