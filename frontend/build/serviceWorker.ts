import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { isEarly } from './early.ts';

/** What is large and of use on line alone: charts, maps, the editor for queries. */
const HEAVY = /node_modules\/(echarts|zrender|leaflet|graphiql|@graphiql|monaco-|prettier)/;

/** The worker that lets the console open without the server: its page, scripts and styles, and no answer of the API. */
export function serviceWorker(site: string): Plugin[] {
  const kept = new Set<string>();
  const collect: Plugin = {
    name: 'bureau-kept-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && (isEarly(file) || file.facadeModuleId?.endsWith('/index.html'))) keep(file, bundle, kept);
      }
    },
  };
  const worker = VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt',
    injectRegister: false,
    manifest: false,
    workbox: {
      globDirectory: site,
      globPatterns: ['assets/*.{js,css}', 'favicon.svg', 'manifest.webmanifest'],
      // What is larger is told apart below, and is no reason to end the build.
      maximumFileSizeToCacheInBytes: 20_000_000,
      dontCacheBustURLsMatching: /^assets\//,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      navigateFallback: '/',
      navigateFallbackDenylist: [/^\/(assets|files|graphiql|graphql|health|icons|metrics|oidc|q)(\/|$)/, /\.[^/]+$/],
      manifestTransforms: [
        (entries) => ({
          manifest: [
            ...entries.filter(({ url }) => !url.startsWith('assets/') || kept.has(url)),
            { url: '/', revision: digest(`${site}/index.html`), size: 0 },
          ],
          warnings: [],
        }),
      ],
    },
  });
  return [collect, ...worker];
}

/** Keep a chunk with its styles and all that it leads to, but for what is heavy. */
function keep(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle, kept: Set<string>): void {
  if (kept.has(chunk.fileName) || chunk.moduleIds.some((id) => HEAVY.test(id))) return;
  kept.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) kept.add(style);
  for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
    const next = bundle[name];
    if (next?.type === 'chunk') keep(next, bundle, kept);
  }
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}
