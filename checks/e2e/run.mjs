import { createWriteStream } from 'node:fs';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from 'node:test';
import { junit, spec } from 'node:test/reporters';
import { forget } from './lib/journal.mjs';

/** First the interface, then what goes well, then what goes wrong, and in the end whether the books are right. */
const ORDER = ['contract', 'journeys', 'faults', 'oracle'];

const folder = (name) => fileURLToPath(new URL(name, import.meta.url));
const files = ORDER.flatMap((name) =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.test.mjs'))
    .sort()
    .map((file) => `${folder(name)}/${file}`),
);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const report = process.argv.find((word) => word.startsWith('--junit='))?.slice('--junit='.length);

/** A file that takes longer hangs. */
const LONGEST_MS = 10 * 60_000;

forget();
const tests = run({
  files: wanted.length === 0 ? files : files.filter((file) => wanted.some((word) => file.includes(word))),
  concurrency: false,
  timeout: LONGEST_MS,
});
tests.on('test:fail', () => (process.exitCode = 1));
if (report) tests.compose(junit).pipe(createWriteStream(report));
tests.compose(new spec()).pipe(process.stdout);
