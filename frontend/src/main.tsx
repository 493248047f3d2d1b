import '@mantine/core/styles.layer.css';
import './shell/global.css';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router';
import { nonce } from './shell/nonce';
import { beginServiceWorker } from './shell/serviceWorker';
import { theme } from './shell/theme';
import { whenIdle } from './shell/whenIdle';

// Dialogs lock the page's scrolling by a style, and look here for what lets them put it in.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <RouterProvider router={router} />
    </MantineProvider>
  </StrictMode>,
);

const stop = router.subscribe('onRendered', () => {
  stop();
  whenIdle(() => void beginServiceWorker());
});
