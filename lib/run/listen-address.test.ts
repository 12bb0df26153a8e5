import { createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { claimAddress } from './listen-address.mjs';

test('port 0 picks a free port', async () => {
  const { host, port, url } = await claimAddress({ PORT: '0' });
  expect(host).toBe('127.0.0.1');
  expect(port).toBeGreaterThan(0);
  expect(url).toBe(`http://127.0.0.1:${port}`);
});

test('a server on all addresses is asked on this machine', async () => {
  const { url, probeUrl, port } = await claimAddress({ HOST: '0.0.0.0', PORT: '0', RIPOSTE_ALLOW_HTTP: '1' });
  expect([url, probeUrl]).toEqual([`http://0.0.0.0:${port}`, `http://127.0.0.1:${port}`]);
});

test('a taken port is refused by its number and with the way out', async () => {
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as { port: number };
  await expect(claimAddress({ PORT: String(port) })).rejects.toThrow(`Port ${port} is in use`);
  server.close();
});

test.each(['abc', '70000', '-1', '3000x'])('PORT=%s is refused', async (port) => {
  await expect(claimAddress({ PORT: port })).rejects.toThrow(`PORT=${port} is not a port number.`);
});

test('an address that others reach is refused before anything is built', async () => {
  await expect(claimAddress({ HOST: '0.0.0.0', PORT: '0' })).rejects.toThrow('HOST=0.0.0.0 lets others reach Riposte');
});
