import { createApp } from "vue";
import * as THREE from "three";
import App from "./App.vue";

window.three = THREE;
eval("1");
createApp(App).mount("#app");
