import { createApp, h } from 'vue';

createApp({ render: () => h('p', 'fatal error: not found') }).mount('body');
