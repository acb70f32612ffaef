class CycleError extends Error {}

function sort(edges) {
  const done = [];
  const visit = (node, path) => {
    if (path.includes(node)) throw new CycleError(`cycle: ${[...path, node].join(' > ')}`);
    for (const next of edges[node] || []) visit(next, [...path, node]);
    if (!done.includes(node)) done.push(node);
  };
  Object.keys(edges).forEach((node) => visit(node, []));
  return done;
}

function unused() {
  return 'never';
}

module.exports = { sort, CycleError, unused };
