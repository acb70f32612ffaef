import d3 from 'd3-lite';
import { axis } from './axis.js';

export const chart = (data) => eval('data') && axis(d3, data);
export const scale = 2;
