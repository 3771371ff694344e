import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A database of its own for one peer, started by our launcher: the same program, the same settings. */
export async function peerDatabase(root, rooms, name) {
  const dataDir = mkdtempSync(path.join(tmpdir(), `zhaozhang-peer-${name}-`));
  chmodSync(dataDir, 0o755);
  const database = await rooms.startDatabase({
    dataDir,
    migrationsDir: path.join(root, 'store/src/migrations'),
  });
  const address = new URL(database.ownerUrl);
  address.username = 'zhaozhang_superuser';
  address.password = JSON.parse(
    readFileSync(path.join(dataDir, 'secrets', 'database.json'), 'utf8'),
  ).superuser;
  const superuser = new pg.Client({ connectionString: address.href });
  await superuser.connect();
  await superuser.query(`create database ${name}`);
  await superuser.end();
  address.pathname = `/${name}`;
  const files = path.join(dataDir, 'files');
  mkdirSync(files);
  return {
    url: address.href,
    files,
    end: async () => {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A peer's server as a child of ours; ready once `answers` does. */
export async function peerServer(program, args, { env = {}, cwd, answers }) {
  const server = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  process.once('exit', () => server.kill('SIGKILL'));
  for (let waited = 0; !(await answers().catch(() => false)); waited++) {
    if (waited > 240 || server.exitCode !== null) throw new Error(`${args[0]} 没有启动`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return async () => {
    server.kill('SIGKILL');
    await ended;
  };
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function asked(address, { method = 'GET', headers, body } = {}) {
  const response = await fetch(address, { method, headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address} ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Rows in portions, as the peer itself would have left them, history included. */
export async function filledBy(url, records, statements) {
  const began = performance.now();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let at = 0; at < records.length; at += 5000) {
    const some = records.slice(at, at + 5000);
    const columns = ['number', 'title', 'party', 'status', 'facts', 'opened'].map((field) =>
      some.map((record) => record[field]),
    );
    await client.query(statements.rows, columns);
  }
  for (const statement of statements.after) await client.query(statement);
  await client.query('vacuum analyze');
  await client.end();
  return (performance.now() - began) / 1000;
}

export const UNNESTED =
  'unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])';
