// The session's cookie is sent by itself; changes need its confirmation beside it.
const confirmation = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1];

SwaggerUIBundle({
  dom_id: '#api',
  url: '/api/openapi.json',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const token = confirmation();
    if (token) request.headers['X-XSRF-TOKEN'] = token;
    return request;
  },
});
