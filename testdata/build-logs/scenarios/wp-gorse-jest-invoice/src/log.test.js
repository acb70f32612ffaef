test('logs errors', () => {
  console.error('Error: connection refused (simulated)')
})
