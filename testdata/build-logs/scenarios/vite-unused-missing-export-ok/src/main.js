import { mount, unmount } from "./app.js";

mount(document.getElementById("app"));
