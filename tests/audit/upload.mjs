// Hands in a file as clients do who use tus-js-client, on whatever network there is: prints each step and the address.
import { createReadStream, statSync } from 'node:fs';
import { Upload } from 'tus-js-client';

const [endpoint, token, path, name, chunkSize] = process.argv.slice(2);
const upload = new Upload(createReadStream(path), {
  endpoint,
  headers: { Authorization: `Bearer ${token}` },
  metadata: { filename: name },
  chunkSize: Number(chunkSize) || Infinity,
  uploadSize: statSync(path).size,
  retryDelays: Array(60).fill(500),
  onShouldRetry: () => true,
  onChunkComplete: (size, accepted) => console.log(accepted),
  onError: (error) => {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess: () => console.log(new URL(upload.url).pathname),
});
upload.start();
