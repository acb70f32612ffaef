import express from "express";
import { label, Ticket } from "./ticket";

const app = express();
const tickets: Ticket[] = [{ id: "1", title: "Printer is on fire" }];

app.get("/tickets", (_request, response) => {
  response.json(tickets.map(label));
});

app.listen(3000);
