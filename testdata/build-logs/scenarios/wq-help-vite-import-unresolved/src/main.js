import { marked } from 'marked';
import DOMPurify from 'dompurify';
import text from './pages/start.md?raw';

document.querySelector('#app').innerHTML = DOMPurify.sanitize(marked(text));
