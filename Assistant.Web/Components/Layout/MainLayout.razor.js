// The page is live: what is typed or pressed from now on is heard.
export const markReady = () => document.documentElement.dataset.ready = 'true';
