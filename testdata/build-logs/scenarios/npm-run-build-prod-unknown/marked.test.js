const { test } = require("node:test");
const assert = require("node:assert");
const { marked } = require("marked");

test("heading", () => assert.match(marked("# a"), /<h1>a/));
