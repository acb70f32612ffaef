import { fail } from '@/errors';
import { log } from './log';

log(fail());
