import {cart, basket} from "./cart.js";
console.log(cart, basket);
