import { turn, swing } from './motion.js';

export default [turn, swing];
