import { scale } from './charts.js';

export const axis = (d3, data) => data.map((x) => x * scale);
