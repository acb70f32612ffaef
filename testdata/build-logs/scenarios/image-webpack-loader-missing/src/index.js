import { debounce } from "lodash";
import "./theme.css";
window.addEventListener("resize", debounce(() => {}, 100));
