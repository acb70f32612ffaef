import { session } from './session.mjs';

export const login = (name) => session(name);
