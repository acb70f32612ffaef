module.exports = {
  async constraints({ Yarn }) {
    for (const workspace of Yarn.workspaces()) {
      if (workspace.cwd === ".") continue;
      workspace.set("engines.node", ">=20");
      workspace.set("license", "MIT");
    }
  },
};
