it("answers", done => { setTimeout(() => {}, 600); });
it("closes", () => {});
