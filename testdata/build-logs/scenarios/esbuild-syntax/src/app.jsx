import pad from 'left-pad';
import { theme } from 'company-theme';

console.log(pad(theme.name, 10));
