const { MongoClient } = require("mongodb");

async function main() {
  const url = process.env.MONGO_URL || "mongodb://127.0.0.1:27099/shop";
  console.log(`Seeding ${url}`);
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 1500 });
  await client.db().collection("users").insertOne({ name: "admin" });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
