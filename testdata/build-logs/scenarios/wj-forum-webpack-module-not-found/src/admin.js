import { user } from './user';

document.body.append(user);
