export const user = 'Ada';
