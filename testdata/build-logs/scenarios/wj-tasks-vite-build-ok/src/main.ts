const tasks: string[] = ['error handling', 'failures'];

async function load(): Promise<void> {
  const { render } = await import('./render');
  render(tasks);
}

void load();
