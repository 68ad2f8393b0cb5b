import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the stack keeps its data, logs and secrets. */
const HOME = resolve(ROOT, process.env.MOORAGE_HOME || '.moorage');

export const LOGS = resolve(HOME, 'logs');

/**
 * What is known of the running stack: `./moorage status --json`, or the file that MOORAGE_STATUS names.
 * @returns {{portal: string, machines: string, devPhone: string, mail: string, kafka: string, keycloak: string, parts: {name: string, port: number, pid: number, state: string}[],
 *   logins: {account: string, login: string, email: string, password: string, phone: string | null, says: string}[]}}
 */
function status() {
  const saved = process.env.MOORAGE_STATUS;
  return JSON.parse(saved ? readFileSync(saved, 'utf8') : ask('status', '--json'));
}

function ask(...words) {
  return execFileSync('./moorage', words, { cwd: ROOT, encoding: 'utf8' });
}

const { portal, machines, devPhone, mail, kafka, keycloak, parts, logins } = status();

/** Base address of the portal, without a slash at its end. */
export const PORTAL = portal.replace(/\/$/, '');

/** The demo customer whose language is French. */
export const DEMO = logins.find(({ login }) => login === 'demo');

/** Customers of the demo: one with an authenticator app, one without a second factor. */
export const SECOND = logins.find(({ login }) => login === 'second');
export const TECHNICIAN = logins.find(({ login }) => login === 'technician');

/** Of the provider's staff, who may act for every customer. */
export const STAFF = logins.find(({ login }) => login === 'staff');

/** Everybody's telephone. */
export const DEV_PHONE = devPhone;

/** Everybody's mailbox. */
export const MAILBOX = mail;

/** The demo customer's server that is being reinstalled for the first half hour of a stack. */
export const BUSY_SERVER = '10735';

/** Every password that the launcher gives out. */
export const DEMO_PASSWORDS = [...new Set(logins.map(({ password }) => password))];

/** Where the simulated machines answer. */
export const MACHINES = machines;

/** Keycloak's address. */
export const KEYCLOAK = keycloak;

/** Kafka's bootstrap address. */
export const KAFKA = kafka;

/** The port of a part, which it keeps when it is started again. */
export function portOf(name) {
  return parts.find((part) => part.name === name).port;
}

/** The process of a part at this moment: it changes with every start. */
export function processOf(name) {
  return JSON.parse(ask('status', '--json')).parts.find((part) => part.name === name);
}

const run = promisify(execFile);

/** Stops or starts one part; returns once it is done. */
export async function moorage(...words) {
  await run('./moorage', words, { cwd: ROOT });
}

/** The secrets that the launcher has made up for this stack, by name. */
export function secrets() {
  const lines = readFileSync(resolve(HOME, 'secrets.properties'), 'utf8').split('\n');
  const entries = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split(/=(.*)/s));
  return Object.fromEntries(entries.map(([name, value]) => [name, value.replace(/\\(.)/g, '$1')]));
}
