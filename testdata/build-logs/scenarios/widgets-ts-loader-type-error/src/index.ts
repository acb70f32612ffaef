import './widgets.css';
import { button } from './button';
import { dialog } from './dialog';

document.body.append(button(1), dialog('Error', 'It failed.'));
