import { login } from './user.mjs';

export const session = (name) => (name ? { name } : login('guest'));
