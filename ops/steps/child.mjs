import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Halt } from './halt.mjs';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a child to its end. Signals meant for us end the child first and then us, so that no npm or build
 * goes on alone after its lock has been given back.
 * @param onOutput receives stdout and stderr as text; without it the child writes where `stdio` says
 * @returns the exit code; a child killed by a signal counts as 128 + its number
 */
export async function runChild(file, args, { onOutput, ...options } = {}) {
  const child = spawn(file, args, {
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  if (onOutput) {
    child.stdout.setEncoding('utf8').on('data', onOutput);
    child.stderr.setEncoding('utf8').on('data', onOutput);
  }
  let asked;
  const handlers = PASSED_ON.map((signal) => {
    const handler = () => {
      asked = signal;
      child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  try {
    const [code, signal] = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (...outcome) => resolve(outcome));
    });
    if (asked !== undefined) throw new Halt(`已按 ${asked} 信号停止`, 128 + constants.signals[asked]);
    return code ?? 128 + constants.signals[signal];
  } finally {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  }
}
