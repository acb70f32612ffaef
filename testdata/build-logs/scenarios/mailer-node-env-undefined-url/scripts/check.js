import { settings } from '../src/settings.js';

console.log('checking the settings of', process.env.NODE_ENV ?? 'development');
console.log('mail goes by', settings().host);
