import { randomUUID } from 'node:crypto';
import { accessRoute, actingFor, me } from './access.mjs';
import { images } from './machines.mjs';
import { securityRoute } from './security.mjs';

const SENTENCES = {
  'login-required': ['Connectez-vous pour continuer.', 'Log in to continue.'],
  'csrf-token-missing': ['Le jeton de protection manque.', 'The protection token is missing.'],
  'account-being-prepared': ['Votre compte est en cours de préparation.', 'Your account is being prepared.'],
  'amount-below-minimum': ['Le montant minimum est de 20,00 EUR.', 'The minimum amount is 20.00 EUR.'],
  'amount-above-maximum': ['Le montant maximum est de 10 000,00 EUR.', 'The maximum amount is 10,000.00 EUR.'],
  'amount-invalid': ['Le montant n’est pas valide.', 'The amount is not valid.'],
  'invalid-field': ['Un champ n’est pas valide.', 'A field is not valid.'],
  'invalid-phone': ['Numéro de téléphone non valide.', 'Not a valid phone number.'],
  'server-busy': ['Une autre action est en cours sur ce serveur.', 'Another action is under way on this server.'],
  'cancel-too-late': ['L’action ne peut plus être annulée.', 'The action can no longer be cancelled.'],
  'tag-invalid': ['Un tag a 40 caractères au plus.', 'A tag has 40 characters at most.'],
  'account-not-granted': ['Vous ne pouvez pas agir pour ce compte.', 'You may not act for this account.'],
  'not-permitted': [
    'Vous n’avez pas la permission nécessaire sur ce compte. Demandez-la à son propriétaire.',
    'You don’t hold the permission for this on this account. Ask the account’s owner for it.',
  ],
  'not-yours-to-grant': ['Vous ne pouvez pas donner ce que vous n’avez pas.', 'You can’t give what you don’t hold.'],
  'own-access': ['Vous ne pouvez pas modifier votre propre accès.', 'You can’t change your own access.'],
  'owner-has-all': ['Ce compte est le vôtre.', 'This account is yours.'],
  'email-invalid': ['Ce n’est pas une adresse e-mail.', 'This is no e-mail address.'],
  'permissions-empty': ['Choisissez au moins une permission.', 'Choose at least one permission.'],
  'services-invalid': ['Choisissez de 1 à 200 services.', 'Choose 1 to 200 services.'],
  'end-in-past': ['Ce moment est passé.', 'This moment is past.'],
  'invitation-link-unknown': ['Ce lien ne fonctionne pas.', 'This link doesn’t work.'],
  'invitation-expired': ['Cette invitation a expiré.', 'This invitation has expired.'],
  'invitation-for-another-address': ['Elle est pour une autre adresse.', 'It is for another address.'],
  'has-access-already': ['Cet utilisateur a déjà accès.', 'This user has access already.'],
  'fresh-log-in-required': ['Reconnectez-vous pour ce changement.', 'Log in again for this change.'],
  'not-found': ['Cette ressource n’existe pas.', 'There is no such resource.'],
};

function send({ response }, status, body) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(body));
}

const say = ({ request }, code) => SENTENCES[code][(request.headers['accept-language'] ?? '').startsWith('fr') ? 0 : 1];

function refuse(call, status, code, errors = [], more = {}) {
  const type = `https://moorage.io/problems/${code}`;
  const fields = errors.map(([pointer, field]) => ({ pointer, code: field, detail: say(call, field) }));
  send(call, status, {
    type,
    title: code,
    status,
    detail: say(call, code),
    code,
    ...(errors[0] && { errors: fields }),
    ...more,
  });
}

function page({ url }, all) {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const to = from + Number(url.searchParams.get('limit') ?? 50);
  return { items: all.slice(from, to), next: to < all.length ? String(to) : null };
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

function servers(call) {
  const found = call.person.machines.matching(call.url);
  if (call.request.headers.accept !== 'application/json')
    return file(
      call,
      found.map(({ number, name }) => `${number},${name}`),
    );
  return send(call, 200, call.url.searchParams.has('all') ? { items: found } : page(call, found));
}

function file({ request, response }, lines) {
  response.writeHead(200, { 'Content-Type': request.headers.accept }).end(lines.join('\n'));
}

function services(call) {
  const plans = ['hst-test.eu', 'hst-test.fr'].map((label) => ({
    ...{ id: label, kind: 'hosting-plan', name: 'Hébergement Web - VPS-5', label, status: 'active', overdue: false },
    ...{ roles: ['admin', 'technical', 'billing'], createdAt: '2026-10-01T08:00:00Z' },
  }));
  const rented = call.person.machines.servers.map(({ number, name, status, overdue, roles, createdAt }) => ({
    ...{ id: number, kind: 'server', name, label: number, status, overdue, roles, createdAt },
  }));
  const kind = call.url.searchParams.get('kind');
  send(
    call,
    200,
    page(
      call,
      [...plans, ...rented].filter((service) => !kind || service.kind === kind),
    ),
  );
}

function serverAction(call, server) {
  const { type, image } = JSON.parse(call.body);
  const { machines } = call.person;
  if (server.busyWith) {
    call.person.log('server-action', server.number, 'refused', 'server-busy');
    return refuse(call, 409, 'server-busy', [], { action: server.busyWith });
  }
  call.person.log('server-action', server.number, 'succeeded');
  return send(call, 202, machines.start(server, type, image));
}

function tags(call, server) {
  const wanted = JSON.parse(call.body).tags;
  if (wanted.some((tag) => tag.length > 40)) return refuse(call, 422, 'tag-invalid');
  server.tags = wanted;
  call.person.log('server-tags-change', server.number, 'succeeded');
  return send(call, 200, server);
}

function reverseDns(call, server) {
  const { ip, name } = JSON.parse(call.body);
  if (name) server.reverseDns[ip] = name;
  else delete server.reverseDns[ip];
  return send(call, 200, server);
}

const SERVER_ROUTES = {
  'GET ': (call, server) => send(call, 200, server),
  'GET images': (call) => send(call, 200, images),
  'POST actions': serverAction,
  'PUT tags': tags,
  'PUT reverse-dns': reverseDns,
};

function actions(call) {
  const server = call.url.searchParams.get('server');
  send(
    call,
    200,
    page(
      call,
      call.person.machines.actions.filter((one) => !server || one.server === server),
    ),
  );
}

function oneAction(call, action, step) {
  const { machines } = call.person;
  if (!step) return send(call, 200, action);
  if (step === 'retry') return send(call, 202, machines.start(machines.find(action.server), action.type, action.image));
  if (!action.cancellable) return refuse(call, 409, 'cancel-too-late');
  machines.end(action, 'cancelled');
  return send(call, 202, action);
}

function notifications(call) {
  const { notices } = call.person;
  const language = (call.request.headers['accept-language'] ?? '').startsWith('fr') ? 'fr' : 'en';
  const { items, next } = page(call, notices);
  const told = items.map((notice) => ({ ...notice, text: notice.text[language] }));
  send(call, 200, { items: told, next, unread: notices.filter(({ read }) => !read).length });
}

function readNotices(call) {
  const { ids, all } = JSON.parse(call.body);
  for (const notice of call.person.notices) if (all || ids.includes(notice.id)) notice.read = true;
  call.response.writeHead(204).end();
}

function activity(call) {
  const wanted = (name) => call.url.searchParams.get(name) ?? '';
  const found = call.person.activity
    .filter(({ current }) => current || wanted('session') === 'all')
    .filter(({ outcome }) => !wanted('outcome') || outcome === wanted('outcome'))
    .filter(({ action }) => !wanted('action') || action === wanted('action'))
    .filter(({ user }) => user.login.includes(wanted('user')));
  if (call.request.headers.accept !== 'application/json')
    return file(
      call,
      found.map(({ at, action }) => `${at},${action}`),
    );
  return send(call, 200, page(call, found));
}

function changePreferences(call) {
  call.person.emailFor = JSON.parse(call.body).emailFor;
  send(call, 200, { emailFor: call.person.emailFor });
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
  'GET /servers': servers,
  'GET /services': services,
  'GET /actions': actions,
  'GET /notifications': notifications,
  'POST /notifications/read': readNotices,
  'GET /account/preferences': (call) => send(call, 200, { emailFor: call.person.emailFor }),
  'PUT /account/preferences': changePreferences,
  'GET /activity': activity,
  'GET /activity/verification': (call) => send(call, 200, { intact: true, checked: 1283 }),
  'GET /emails': (call) => send(call, 200, page(call, call.person.mails)),
};

/** What of it needs which permission; the rest is open to whoever may act for the account. */
const NEEDED = [
  [/^\/(services|servers|actions)/, 'services:read'],
  [/^\/(balance|statement|top-up)/, 'billing:read'],
  [/^\/(emails|account\/preferences)/, 'account:manage'],
];

export function api(call) {
  const { request, url, person } = call;
  const path = url.pathname.replace('/api/v1', '');
  if (!person) return refuse(call, 401, 'login-required');
  const changes = request.method !== 'GET';
  if (changes && request.headers['x-xsrf-token'] !== 'mock-token') return refuse(call, 403, 'csrf-token-missing');
  if (path.startsWith('/me/'))
    return answer(call, securityRoute(person.security, request.method, path, url, call.body));
  call.acting = actingFor(call);
  if (!call.acting) return refuse(call, 403, 'account-not-granted');
  if (path === '/me') return send(call, 200, me(person, call.acting.account));
  const about = accessRoute(call, path);
  if (about) return answer(call, about);
  return forAccount({ ...call, person: call.acting.account }, path);
}

/** The rest belongs to the account that is acted for. */
function forAccount(call, path) {
  const { request, person, acting } = call;
  if (path === '/stream') return stream(call);
  if (Date.now() < person.openFrom) return refuse(call, 409, 'account-being-prepared');
  const needed = NEEDED.find(([paths]) => paths.test(path))?.[1];
  if (needed && !acting.permissions.includes(needed)) return refuse(call, 403, 'not-permitted');
  const route = ROUTES[`${request.method} ${path}`];
  if (route) return route(call);
  return one(call, path) ?? refuse(call, 404, 'not-found');
}

function answer(call, { status, body, code, fields }) {
  if (code) return refuse(call, status, code, fields);
  return body ? send(call, status, body) : call.response.writeHead(status).end();
}

/** What is asked of one thing; nothing where there is no such thing. */
function one(call, path) {
  const { request, person } = call;
  const [, list, id, step = ''] = /^\/([\w-]+)\/([\w-]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
  const byId = (things) => things.find((thing) => thing.id === id);
  const server = list === 'servers' && person.machines.find(id);
  if (server) return SERVER_ROUTES[`${request.method} ${step}`]?.(call, server) ?? true;
  const action = list === 'actions' && byId(person.machines.actions);
  if (action) return oneAction(call, action, step) ?? true;
  const thing = { 'top-ups': byId(person.topUps), emails: byId(person.mails) }[list];
  return thing && (send(call, 200, thing), true);
}
