import {total} from "https://deno.internal.example.org/cart@1.2.0/mod.ts";
console.log(total);
