import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * What is known of the running stack: `./moorage status --json`, or the file that MOORAGE_STATUS names.
 * @returns {{portal: string, logins: {account: string, login: string, email: string, password: string}[]}}
 */
function status() {
  const saved = process.env.MOORAGE_STATUS;
  const text = saved
    ? readFileSync(saved, 'utf8')
    : execFileSync('./moorage', ['status', '--json'], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(text);
}

const { portal, logins } = status();

/** Base address of the portal, without a slash at its end. */
export const PORTAL = portal.replace(/\/$/, '');

/** The demo customer whose language is French. */
export const DEMO = logins.find(({ login }) => login === 'demo');
