const commits = [["fix", "round totals"], ["feat", "export to CSV"], ["chore", "update"], ["feat", "dark mode"]];
console.log(`# Changelog (${commits.length} commits)`);
for (const kind of ["feat", "fix"]) {
  console.log(`\n## ${kind}`);
  for (const [, text] of commits.filter(([k]) => k === kind).toSorted()) console.log(`- ${text}`);
}
