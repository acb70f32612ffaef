import main from "./main.js";
export const cart = () => typeof main + this;
