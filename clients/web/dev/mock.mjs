// A stand-in for the gateway and all that is behind it, for work on the portal alone: npm run build && npm run mock.
// It keeps everything in memory, speaks the public interface, and serves dist/ under the gateway's content security policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { api } from './mock/api.mjs';
import { people } from './mock/state.mjs';
import { pages } from './mock/pages.mjs';

const PORT = Number(process.env.MOORAGE_PORT ?? 8090);
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

async function portal(path, response) {
  const file = join(DIST, normalize(path));
  const found = extname(path) ? await readFile(file).catch(() => undefined) : undefined;
  const type = TYPES[found ? extname(path) : '.html'] ?? 'application/octet-stream';
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('Cache-Control', 'no-cache');
  response.end(found ?? (await readFile(join(DIST, 'index.html'))));
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, `http://localhost:${PORT}`);
  const cookies = Object.fromEntries((request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=')));
  const call = { request, response, url, cookies, person: people.bySession(cookies.MOORAGE_SESSION) };
  call.body = await bodyOf(request);
  if (!cookies['XSRF-TOKEN']) response.appendHeader('Set-Cookie', 'XSRF-TOKEN=mock-token; Path=/; SameSite=Lax');
  if (url.pathname.startsWith('/api/')) return api(call);
  if (pages(call)) return undefined;
  return portal(url.pathname, response);
});

server.listen(PORT, '127.0.0.1', () => console.log(`http://localhost:${PORT} - any login and password will do`));
