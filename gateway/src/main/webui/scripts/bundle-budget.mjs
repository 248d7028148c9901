// Fails the build when what the browser must load before the first page grows over 250 kB gzip.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 250_000;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

const first = new Set();
const collect = (key) => {
  const chunk = manifest[key];
  if (!chunk || first.has(chunk.file)) return;
  first.add(chunk.file);
  (chunk.imports ?? []).forEach(collect);
};
collect('index.html');

const size = [...first].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
console.log(
  `first script: ${(size / 1000).toFixed(1)} kB gzip in ${first.size} files (budget ${BUDGET_BYTES / 1000} kB)`,
);
if (size > BUDGET_BYTES) {
  console.error('The first script is over its budget: load the page that grew lazily.');
  process.exit(1);
}
