import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { documents } from './build/documents.ts';
import { inlined } from './build/inlined.ts';
import { serviceWorker } from './build/serviceWorker.ts';

/** The built pages are served by the backend, from its own folder. */
const SITE = fileURLToPath(new URL('../backend/bureau/http/site', import.meta.url));

export default defineConfig({
  plugins: [inlined(), react(), documents(), ...serviceWorker(SITE), compressed(SITE)],
  base: '/',
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/q', '/files', '/oidc'].map((path) => [path, { target: 'http://127.0.0.1:8000', ws: true }]),
    ),
  },
  build: {
    outDir: SITE,
    emptyOutDir: true,
    // The first ones that know `light-dark()`, which would else be rewritten into what Mantine does not set.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'],
      // GraphiQL marks modules for React's compiler, which we do not run.
      checks: { moduleLevelDirective: false },
    },
  },
});
