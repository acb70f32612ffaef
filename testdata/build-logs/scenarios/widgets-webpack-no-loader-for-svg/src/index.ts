import './widgets.css';
import './logo.svg';
import { button } from './button';
import { dialog } from './dialog';

document.body.append(button('Save'), dialog('Error', 'It failed.'));
