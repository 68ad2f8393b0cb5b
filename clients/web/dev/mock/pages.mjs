import { people } from './state.mjs';

const html = (response, body) =>
  response
    .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><meta name=viewport content=width=device-width>${body}`);
const redirect = (response, location) => response.writeHead(303, { Location: location }).end();
const field = (name, type = 'text') => `<p><label>${name} <input id="${name}" name="${name}" type="${type}"></label>`;

const REGISTRATION = ['username', 'email', 'firstName', 'lastName'].map((name) => field(name)).join('');
const PASSWORDS = field('password', 'password') + field('password-confirm', 'password');

/** The log-in's pages that set something up: here they are two buttons. */
function setUp({ request, url, body, person, response }, action) {
  if (request.method === 'GET') {
    const button = (name) => `<button name="outcome" value="${name}">${name}</button> `;
    return html(response, `<h1>${action}</h1><form method="post">${button('done')}${button('cancelled')}</form>`);
  }
  const outcome = new URLSearchParams(body).get('outcome');
  if (outcome === 'done') person.security.setUp(action);
  return redirect(response, `${url.searchParams.get('return')}?${outcome}=${action}`);
}

function loginForm({ url, response }) {
  const registering = url.searchParams.has('register');
  const fields = registering ? REGISTRATION + PASSWORDS : field('username') + field('password', 'password');
  const id = registering ? 'kc-register-form' : 'kc-form-login';
  html(response, `<form id="${id}" method="post">${fields}<p><button id="kc-login" type="submit">OK</button></form>`);
}

function logIn({ url, body, response, cookies }) {
  const form = new URLSearchParams(body);
  const value = (name) => form.get(name) ?? '';
  const language = url.searchParams.get('lang') ?? 'en';
  if (url.searchParams.has('register')) {
    people.register(value('username'), value('firstName'), value('lastName'), language, value('email'));
  }
  response.appendHeader(
    'Set-Cookie',
    `MOORAGE_SESSION=${people.logIn(value('username'), cookies.MOORAGE_SESSION)}; Path=/; HttpOnly; SameSite=Lax`,
  );
  redirect(response, url.searchParams.get('return') ?? '/');
}

function logOut({ cookies, response, url }) {
  people.logOut(cookies.MOORAGE_SESSION);
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ location: `${url.origin}/` }));
}

function payment({ request, person, response, body }, id) {
  const topUp = person?.topUps.find((one) => one.id === id);
  if (!topUp) return html(response, 'No such payment.');
  if (request.method === 'GET') {
    const button = (name) => `<button name="action" value="${name}">${name}</button> `;
    return html(
      response,
      `<h1>${topUp.amount.amount} EUR</h1><form method="post">${button('pay')}${button('decline')}</form>`,
    );
  }
  // The provider's word comes a moment after the browser, as it may in reality.
  const state = new URLSearchParams(body).get('action') === 'pay' ? 'completed' : 'failed';
  setTimeout(() => person.settle(topUp, state), 1200);
  return redirect(response, `/billing/top-ups/${id}`);
}

/** The pages that are not the portal's: log-in, log-out and payment. False where the path is none of them. */
export function pages(call) {
  const { request, url } = call;
  const [, checkout] = /^\/sandbox\/pay\/([\w-]+)$/.exec(url.pathname) ?? [];
  const action = /^[a-z-]+$/.exec(url.searchParams.get('action') ?? '')?.[0];
  if (checkout) payment(call, checkout);
  else if (url.pathname === '/login' && call.person && action) setUp(call, action);
  else if (url.pathname === '/login') (request.method === 'POST' ? logIn : loginForm)(call);
  else if (url.pathname === '/logout') logOut(call);
  else return false;
  return true;
}
