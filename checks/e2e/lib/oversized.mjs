import { request } from 'node:http';

/**
 * Sends a body with which nothing is wrong but its size, with its length announced or in chunks, and gives the answer,
 * which may come before all is sent: whoever refuses early need not read the rest.
 * @returns {Promise<{status: number, body: any}>}
 */
export function sendOversized(url, { bytes, chunked, headers }) {
  const body = JSON.stringify({ method: 'x'.repeat(bytes) });
  return new Promise((resolve, reject) => {
    const length = chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': body.length };
    const sending = request(url, { method: 'POST', headers: { ...headers, ...length }, agent: false });
    sending.on('error', reject);
    sending.on('response', async (response) => {
      let text = '';
      response.on('error', reject);
      for await (const part of response.setEncoding('utf8')) text += part;
      resolve({ status: response.statusCode, body: JSON.parse(text) });
      sending.destroy();
    });
    sending.end(body);
  });
}
