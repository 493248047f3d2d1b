import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** What smaller files would gain is less than what a header costs. */
const LEAST_BYTES = 1024;
/** From this size on, the last few percent take longer than they are worth. */
const LARGE_BYTES = 300_000;

const SORTS = /\.(js|css|svg|webmanifest|ttf|wasm)$/;

const brotlied = promisify(brotliCompress);
const zipped = promisify(gzip);

/** Writes what the backend serves to browsers that take it: each file of the site once more as `.br` and as `.gz`. */
export function compressed(site: string): Plugin {
  return {
    name: 'bureau-compressed',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = await readdir(site, { recursive: true, withFileTypes: true });
        const paths = files.filter((file) => file.isFile() && SORTS.test(file.name)).map((file) => join(file.parentPath, file.name));
        await Promise.all(paths.map(compress));
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < LEAST_BYTES) return;
  const quality = content.length < LARGE_BYTES ? constants.BROTLI_MAX_QUALITY : 9;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    brotlied(content, { params }).then((smaller) => writeFile(`${path}.br`, smaller)),
    zipped(content, { level: 9 }).then((smaller) => writeFile(`${path}.gz`, smaller)),
  ]);
}
