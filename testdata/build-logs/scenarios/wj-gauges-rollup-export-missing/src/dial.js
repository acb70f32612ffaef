import { turn } from './motion.js';

export default turn;
