const request = require("supertest");
const app = require("./index");
test("start page", () => request(app).get("/").expect(200));
test("failures are answered by 500", () => request(app).get("/fail").expect(500));
test.skip("slow", () => {});
test.todo("errors of the database");
