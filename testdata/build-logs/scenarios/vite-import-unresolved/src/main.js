import { createStore } from '@/store/index.js';
import './style.css';

createStore();
