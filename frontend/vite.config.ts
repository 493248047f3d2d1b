import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The built pages are served by the backend, from its own folder.
export default defineConfig({
  plugins: [react()],
  base: '/',
  worker: { format: 'es' },
  build: {
    outDir: '../backend/bureau/http/site',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'],
      // GraphiQL marks modules for React's compiler, which we do not run.
      checks: { moduleLevelDirective: false },
    },
  },
});
