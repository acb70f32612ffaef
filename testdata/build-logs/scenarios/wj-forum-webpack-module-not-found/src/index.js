import { thread } from './threads/thread';
import { user } from './user';

document.body.append(thread(user));
