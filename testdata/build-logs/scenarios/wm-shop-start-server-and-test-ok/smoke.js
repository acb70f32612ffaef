(async () => {
  for (const [path, want] of [['/health', 200], ['/', 200], ['/missing', 404]]) {
    const got = (await fetch(`http://127.0.0.1:8066${path}`)).status;
    console.log(`${got === want ? '✓' : '✗'} ${path} ${got}`);
    if (got !== want) process.exitCode = 1;
  }
})();
