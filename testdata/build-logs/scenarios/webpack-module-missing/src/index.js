import { format } from './format';
import moment from 'moment';

document.title = format(moment());
