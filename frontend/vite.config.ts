import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { documents } from './build/documents.ts';
import { inlined } from './build/inlined.ts';
import { serviceWorker } from './build/serviceWorker.ts';
import { styles } from './build/styles.ts';

/** The built pages are served by the backend, from its own folder. */
const SITE = fileURLToPath(new URL('../backend/bureau/http/site', import.meta.url));

export default defineConfig({
  plugins: [inlined(), styles(), react(), documents(), ...serviceWorker(SITE), compressed(SITE)],
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
    // Those browsers know `modulepreload` as well.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'],
      // GraphiQL marks modules for React's compiler, which we do not run.
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\/|preload-helper/, priority: 2 },
            { name: 'shell', test: /\/src\/router\.tsx$|\/core\/styles\.layer\.css$|\/src\/shell\/global\.css$/, priority: 1 },
            { name: 'list', test: /\/src\/screens\/list\/ListScreen\.tsx$/ },
          ],
        },
      },
    },
  },
});
