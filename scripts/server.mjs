// Starts and stops the packaged application, for the scripts that measure it.

import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const application = join(root, 'target', 'quarkus-app');

/** Exit code of a process that ended on SIGTERM, as asked. */
const TERMINATED = 143;

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

function javaCommand() {
  // The toolchain of the build: a JDK 25, wherever it is.
  const script = `. "${join(root, '.mvn', 'toolchain.sh')}" && echo "$JAVA_HOME/bin/java"`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim();
}

export async function start(data) {
  const port = await freePort();
  const began = performance.now();
  const server = spawn(
    javaCommand(),
    [
      '--enable-native-access=ALL-UNNAMED',
      '--add-modules=jdk.incubator.vector',
      `-Dquarkus.http.port=${port}`,
      '-jar',
      join(application, 'quarkus-run.jar'),
    ],
    { cwd: root, env: { ...process.env, PASSIM_DATA_DIR: data }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  server.once('exit', (code) => {
    if (code && code !== TERMINATED) {
      throw new Error(`the server has ended with code ${code}`);
    }
  });
  const base = `http://127.0.0.1:${port}/api/v1`;
  return { server, base, began, call: (path, body) => call(base + path, body) };
}

async function call(url, body) {
  const response = await fetch(
    url,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

export async function until(condition) {
  for (;;) {
    try {
      const value = await condition();
      if (value) {
        return value;
      }
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error;
      }
    }
    await pause(20);
  }
}

export async function stop({ server }) {
  const ended = new Promise((exit) => server.once('exit', exit));
  server.kill('SIGTERM');
  await ended;
}

/** The value below which a share `p` of them lies. */
export const percentile = (values, p) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(p * values.length))];
