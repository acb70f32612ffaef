export default { test: { coverage: { provider: 'v8', include: ['src/**'], reporter: ['text'], thresholds: { lines: 80, functions: 80 } } } };
