import { randomUUID } from 'node:crypto';

const SENTENCES = {
  'login-required': ['Connectez-vous pour continuer.', 'Log in to continue.'],
  'csrf-token-missing': ['Le jeton de protection manque.', 'The protection token is missing.'],
  'account-being-prepared': ['Votre compte est en cours de préparation.', 'Your account is being prepared.'],
  'amount-below-minimum': ['Le montant minimum est de 20,00 EUR.', 'The minimum amount is 20.00 EUR.'],
  'amount-above-maximum': ['Le montant maximum est de 10 000,00 EUR.', 'The maximum amount is 10,000.00 EUR.'],
  'amount-invalid': ['Le montant n’est pas valide.', 'The amount is not valid.'],
  'invalid-field': ['Un champ n’est pas valide.', 'A field is not valid.'],
  'invalid-phone': ['Numéro de téléphone non valide.', 'Not a valid phone number.'],
  'not-found': ['Cette ressource n’existe pas.', 'There is no such resource.'],
};

function send({ response }, status, body) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(body));
}

const say = ({ request }, code) => SENTENCES[code][(request.headers['accept-language'] ?? '').startsWith('fr') ? 0 : 1];

function refuse(call, status, code, errors = []) {
  const type = `https://moorage.io/problems/${code}`;
  const fields = errors.map(([pointer, field]) => ({ pointer, code: field, detail: say(call, field) }));
  send(call, status, {
    type,
    title: code,
    status,
    detail: say(call, code),
    code,
    ...(errors[0] && { errors: fields }),
  });
}

function page({ url }, all) {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const to = from + Number(url.searchParams.get('limit') ?? 50);
  return { items: all.slice(from, to), next: to < all.length ? String(to) : null };
}

function me({ person: { user, account, openFrom } }) {
  const permissions = ['account:manage', 'billing:read', 'billing:pay'];
  const own = { handle: account.handle, name: user.name, kind: 'customer', own: true, permissions, services: 'all' };
  return Date.now() < openFrom
    ? { user, accounts: [], actingAccount: null }
    : { user, accounts: [own], actingAccount: account.handle };
}

function changeAccount(call) {
  const { address, ...rest } = JSON.parse(call.body);
  if (/[a-z]/i.test(rest.phone ?? '')) return refuse(call, 422, 'invalid-field', [['/phone', 'invalid-phone']]);
  const { account } = call.person;
  Object.assign(account, rest, { address: { ...account.address, ...address } });
  return send(call, 200, account);
}

function requestTopUp(call) {
  const { amount, method } = JSON.parse(call.body);
  if (!/^\d+(\.\d{1,2})?$/.test(amount.amount)) return refuse(call, 422, 'amount-invalid');
  if (Number(amount.amount) < 20) return refuse(call, 422, 'amount-below-minimum');
  if (Number(amount.amount) > 10_000) return refuse(call, 422, 'amount-above-maximum');
  const id = randomUUID();
  const money = { amount: Number(amount.amount).toFixed(2), currency: 'EUR' };
  const topUp = { id, amount: money, method, state: 'pending', createdAt: new Date().toISOString() };
  topUp.checkoutUrl = new URL(`/sandbox/pay/${id}`, call.url).href;
  call.person.topUps.unshift(topUp);
  return send(call, 201, topUp);
}

function stream({ person, response }) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(': here\n\n');
  person.streams.add(response);
  response.on('close', () => person.streams.delete(response));
}

function statement(call) {
  const { person, request, response } = call;
  if (request.headers.accept !== 'text/csv') return send(call, 200, page(call, person.statement));
  const rows = person.statement.map((line) => [line.at, line.kind, line.amount.amount, line.balance.amount].join(','));
  return response.writeHead(200, { 'Content-Type': 'text/csv' }).end(['at,kind,amount,balance', ...rows].join('\n'));
}

const limits = { minimum: { amount: '20.00', currency: 'EUR' }, maximum: { amount: '10000.00', currency: 'EUR' } };

const ROUTES = {
  'GET /account': (call) => send(call, 200, call.person.account),
  'PATCH /account': changeAccount,
  'GET /balance': (call) => send(call, 200, call.person.balance),
  'GET /statement': statement,
  'GET /top-up-methods': (call) => send(call, 200, { items: [{ method: 'sandbox', ...limits }] }),
  'GET /top-ups': (call) => send(call, 200, page(call, call.person.topUps)),
  'POST /top-ups': requestTopUp,
};

export function api(call) {
  const { request, url, person } = call;
  const path = url.pathname.replace('/api/v1', '');
  if (!person) return refuse(call, 401, 'login-required');
  const changes = request.method !== 'GET';
  if (changes && request.headers['x-xsrf-token'] !== 'mock-token') return refuse(call, 403, 'csrf-token-missing');
  if (path === '/me') return send(call, 200, me(call));
  if (path === '/stream') return stream(call);
  if (Date.now() < person.openFrom) return refuse(call, 409, 'account-being-prepared');
  const route = ROUTES[`${request.method} ${path}`];
  if (route) return route(call);
  const topUp = person.topUps.find(({ id }) => path === `/top-ups/${id}`);
  return topUp ? send(call, 200, topUp) : refuse(call, 404, 'not-found');
}
