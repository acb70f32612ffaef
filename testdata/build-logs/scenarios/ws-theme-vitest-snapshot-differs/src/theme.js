export const theme = (dark) => ({ background: dark ? '#111' : '#fff', text: dark ? '#eee' : '#222', radius: 6 })
