import { posts } from './posts.js';

document.title = `${posts.length} posts`;
