export const turn = (degrees) => degrees % 360;
