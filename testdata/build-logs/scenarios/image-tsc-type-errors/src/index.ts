import fastify from "fastify";
import { Tariff, daysLeft } from "./tariff";

const app = fastify({ logger: true });
const all: Tariff[] = [{ id: "basic", price: "9.90" }];
app.get("/tariffs", async () => all.map((t) => ({ ...t, left: daysLeft(t) })));
app.listen({ port: 3000 });
