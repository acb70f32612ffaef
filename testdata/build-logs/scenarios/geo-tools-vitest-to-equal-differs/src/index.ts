export { distance, type Point } from './distance.js';
export { parsePoint } from './parse.js';
export { Track } from './track.js';
