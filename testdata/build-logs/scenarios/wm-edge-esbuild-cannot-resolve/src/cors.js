export const cors = (response) => response;
