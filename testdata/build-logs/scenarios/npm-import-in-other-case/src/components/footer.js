export const footer = () => document.createElement('footer');
