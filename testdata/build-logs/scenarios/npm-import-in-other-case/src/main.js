import { header } from './Components/Header.js';
import { footer } from './components/footer.js';

document.querySelector('#app').append(header(), footer());
