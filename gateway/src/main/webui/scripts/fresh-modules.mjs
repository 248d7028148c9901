// Installs the packages again when the lock file is newer than what is installed; `npm ci` takes half a minute, so it is
// not done for nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;

if (!fresh) {
  console.log('package-lock.json has changed: installing the packages');
  execFileSync('npm', ['ci'], { stdio: 'inherit' });
}
