const tenants: string[] = ["a", "b"];
for (const tenant of tenants) {
  console.log(`migrating ${tenant}`);
}
export {};
