// Writes src/api/schema.d.ts from the contract that the gateway build commits.
// `npm run api` after the contract changed; `npm run api -- --check` fails when the committed client is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../../../../../openapi/fuda.yaml', import.meta.url);
const target = fileURLToPath(new URL('../src/api/schema.d.ts', import.meta.url));

const source = `// Generated from openapi/fuda.yaml by "npm run api". Do not edit.\n${astToString(await openapiTS(contract))}`;
if (process.argv.includes('--check')) {
  const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (current !== source) {
    console.error('src/api/schema.d.ts does not match openapi/fuda.yaml: run "npm run api" and commit the result.');
    process.exit(1);
  }
} else {
  writeFileSync(target, source);
}
