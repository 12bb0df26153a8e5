// Owns where the server listens: HOST and PORT, whether the port is free, and the address as people write it.
import { createServer } from 'node:net';
import { exposureProblem } from './exposure.mjs';
import { Failure } from './failure.mjs';

/** Reads HOST and PORT (0 picks a free port). Throws a Failure when others could listen in, or PORT is no port or is taken. */
export async function claimAddress(env = process.env) {
  const host = env.HOST || '127.0.0.1';
  const problem = exposureProblem(host, env);
  if (problem !== null) throw new Failure(problem);
  const wanted = env.PORT || '3000';
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) throw new Failure(`PORT=${wanted} is not a port number.`);
  const port = await tryPort(host, Number(wanted));
  return { host, port, url: urlOf(host, port), probeUrl: urlOf(PROBE_HOSTS[host] ?? host, port) };
}

const PROBE_HOSTS = { '0.0.0.0': '127.0.0.1', '::': '::1' };

function urlOf(host, port) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function tryPort(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(new Failure(describeListenError(error, host, port))));
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

function describeListenError(error, host, port) {
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`;
  if (error.code === 'EACCES') return `PORT=${port} needs more rights than this user has. Choose one above 1023.`;
  return `Cannot listen on HOST=${host} PORT=${port}: ${error.message}`;
}
