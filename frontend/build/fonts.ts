import { cp, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')));

/** In these two weights papers are set; the licence goes with them. */
const FILES = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf', 'LICENSE_FONT'];

/** Puts the fonts in which the backend sets papers where it finds them; browsers have their own. */
export function fonts(folder: string): Plugin {
  return {
    name: 'bureau-fonts',
    apply: 'build',
    async closeBundle() {
      await mkdir(folder, { recursive: true });
      await Promise.all(FILES.map((file) => cp(join(PACKAGE, file), join(folder, basename(file)))));
    },
  };
}
