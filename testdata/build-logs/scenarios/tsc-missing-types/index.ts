import express from "express";
import _ from "lodash";

const app = express();
app.listen(process.env.PORT);
