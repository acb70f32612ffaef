import {total} from "./cart";
import "./style.css";
console.log(total([1]));
