interface User { id: number; name: string; plan: 'free' | 'pro' }
const users: User[] = Array.from({ length: 12 }, (_, i) => ({ id: i + 1, name: `demo-${i + 1}`, plan: i % 3 ? 'free' : 'pro' }));
async function save(u: User): Promise<void> {
  if (u.id % 5 === 0) throw new Error(`UNIQUE constraint failed: users.name (${u.name})`);
}
const results = await Promise.allSettled(users.map(save));
results.forEach((r, i) => {
  if (r.status === 'rejected') console.error(`[seed] user ${users[i].id} skipped: ${r.reason.message}`);
});
console.table(users.slice(0, 5));
console.log(`[seed] ${results.filter((r) => r.status === 'fulfilled').length} of ${users.length} users saved`);
