import { linkSync, mkdirSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Halt } from './halt.mjs';

const PATIENCE_MS = 15 * 60_000;
const BREAKER_LIFE_MS = 10_000;

/** When a process began, in kernel ticks: tells a living holder from a stranger who got its pid. */
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '';
  }
}

function isAlive({ pid, birth }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false; // EPERM: alive, and somebody else's
  }
  return !birth || birth === birthOf(pid);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes the lock of a dead holder. Two waiters may both see the dead one; without the breaker the second
 * would delete the fresh lock of the first. A breaker left by a crash is ignored once it is old.
 */
function breakStale(file, seen) {
  const breaker = `${file}.breaking`;
  try {
    mkdirSync(breaker);
  } catch {
    try {
      if (Date.now() - statSync(breaker).mtimeMs > BREAKER_LIFE_MS) rmdirSync(breaker);
    } catch {
      // another waiter removed it first
    }
    return;
  }
  try {
    if (read(file) === seen) rmSync(file, { force: true });
  } finally {
    rmdirSync(breaker);
  }
}

/** Links a finished file into place, so that nobody ever reads a lock without its holder. */
function tryTake(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Runs `body` while holding the lock file; waits while a living process holds it. The lock of a process that
 * was killed is recognised as dead and taken over.
 * @param onWait told once, with the holder's pid
 */
export async function withLock(file, body, onWait = () => {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const content = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) });
  const giveUp = Date.now() + PATIENCE_MS;
  let told = false;
  while (!tryTake(file, content)) {
    const seen = read(file);
    if (seen === undefined) continue;
    let holder;
    try {
      holder = JSON.parse(seen);
    } catch {
      holder = undefined;
    }
    if (holder === undefined || !isAlive(holder)) {
      breakStale(file, seen);
      await pause(20);
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    if (Date.now() > giveUp)
      throw new Halt(`等待进程 ${holder.pid} 超过 15 分钟。若它已无响应,请结束它后重试。`);
    await pause(200);
  }
  try {
    return await body();
  } finally {
    if (read(file) === content) rmSync(file, { force: true });
  }
}
