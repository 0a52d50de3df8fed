// Runs the audits of npm `graphql-http` against an address, and prints what they found as JSON.
import { serverAudits } from 'graphql-http';

const [url, token] = process.argv.slice(2);
const asked = (where, init = {}) =>
  fetch(where, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });

const found = [];
for (const audit of serverAudits({ url, fetchFn: asked })) {
  const { id, name, status, reason } = await audit.fn();
  found.push({ id, name, status, reason });
}
console.log(JSON.stringify(found));
