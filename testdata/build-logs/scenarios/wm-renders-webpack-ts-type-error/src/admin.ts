import { frame } from './frame';
document.body.append(frame('3', 4));
