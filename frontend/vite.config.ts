import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { documents } from './build/documents.ts';
import { early } from './build/early.ts';
import { fonts } from './build/fonts.ts';
import { inlined } from './build/inlined.ts';
import { serviceWorker } from './build/serviceWorker.ts';
import { styles } from './build/styles.ts';

/** The built pages are served by the backend, from its own folder. */
const SITE = fileURLToPath(new URL('../backend/bureau/http/site', import.meta.url));

/** The fonts in which the backend sets the papers of cases. */
const FONTS = fileURLToPath(new URL('../backend/bureau/machinery/papers/fonts', import.meta.url));

/** What every page loads once it is quiet, and the list, which is gone to first and most. */
const LATER = /\/src\/(shell\/AccountDropdown|spotlight\/FinderDialog|session\/SessionEnded|screens\/list\/(AddFilter|FilterSheet|ColumnsPanel|DisplayPanel|ActionVerbs))\.tsx$/;

export default defineConfig({
  plugins: [inlined(), early(), styles(), react(), documents(), ...serviceWorker(SITE), compressed(SITE), fonts(FONTS)],
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
      input: { index: 'index.html', graphiql: 'graphiql.html', early: 'src/early.ts' },
      // GraphiQL marks modules for React's compiler, which we do not run.
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: /\/src\/api\/first\.ts$|preload-helper/, priority: 3 },
            { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
            { name: 'shell', test: /\/src\/router\.tsx$|\/core\/styles\.layer\.css$|\/src\/shell\/global\.css$/, priority: 1 },
            { name: 'list', test: /\/src\/screens\/list\/ListScreen\.tsx$/ },
            { name: 'later', test: LATER },
          ],
        },
      },
    },
  },
});
