import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PORTAL } from './stack.mjs';
import { until } from './until.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The command line of somebody who has never used it: with a folder of its own for what it remembers. */
export class Moor {
  static async unpack() {
    const moor = new Moor();
    moor.folder = await mkdtemp(join(tmpdir(), 'moor-'));
    return moor;
  }

  throwAway() {
    return rm(this.folder, { recursive: true });
  }

  /** Starts a command, with what is typed at it; `said` is all that it has written so far, `ended` its exit code. */
  start(...words) {
    const { typed } = typeof words.at(-1) === 'object' ? words.pop() : {};
    const env = { ...process.env, MOORAGE_URL: PORTAL, XDG_CONFIG_HOME: this.folder, LC_ALL: 'en_GB.UTF-8' };
    const child = spawn('./moor', words, { cwd: ROOT, env, stdio: [typed ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
    child.stdin?.end(typed);
    const command = { output: '', said: '' };
    child.stdout.on('data', (text) => (command.output += text));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (command.said += text));
    command.ended = new Promise((end) => child.on('close', end));
    return command;
  }

  /** Runs a command to its end. */
  async run(...words) {
    const command = this.start(...words);
    return { code: await command.ended, output: command.output, said: command.said };
  }

  /** Begins to log in. @returns the page on which somebody has to agree, and the exit code that comes after it */
  async logIn() {
    const command = this.start('login');
    const page = await until('moor names a page', () => command.said.match(/https?:\S+user_code=\S+/)?.[0]);
    return { page, ended: command.ended };
  }
}
