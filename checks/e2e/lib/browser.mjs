import { execFile } from 'node:child_process';
import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync';

const isProgram = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function inPath(name) {
  try {
    return (await run('which', [name])).stdout.trim();
  } catch {
    return undefined;
  }
}

/** Its own list of fonts holds good for that cloud only, and without any font no text has a size. */
async function useFonts(folder) {
  const dirs = [`${folder}/fonts`, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  process.env.FONTCONFIG_FILE = `${folder}/fonts.conf`;
  await writeFile(process.env.FONTCONFIG_FILE, `<fontconfig>${dirs}<cachedir>${folder}/cache</cachedir></fontconfig>`);
}

/**
 * The browser that comes as an npm package, for machines that have none. It unpacks the libraries that it needs only
 * where it believes to be in its vendor's cloud, so it is made to believe that; and it unpacks into our own folder.
 */
export async function packagedBrowser() {
  const folder = fileURLToPath(new URL('../target/browser', import.meta.url));
  await mkdir(folder, { recursive: true });
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const program = await packaged.executablePath();
    await useFonts(folder);
    return program;
  } finally {
    for (const [name, value] of Object.entries({ TMPDIR, AWS_EXECUTION_ENV })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The browser to use: the one that CHROMIUM names, an installed one, or the packaged one. */
export async function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (await isProgram('/usr/bin/chromium')) return '/usr/bin/chromium';
  return (await inPath('chromium')) ?? (await inPath('google-chrome')) ?? packagedBrowser();
}

export async function launch() {
  return chromium.launch({ executablePath: await findBrowser(), args: FLAGS.split(' ') });
}

/** Pictures are for people to look at: where the browser can't take one it says so, and nothing fails. */
export async function photograph(page, path) {
  try {
    await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  } catch (error) {
    console.log(`no picture ${path}: ${error.message}`);
  }
}
