import { root } from './root.mjs';

/**
 * A reason to stop that the reader can act on: what is wrong, and what to do.
 * Anything else that is thrown is a defect of ours and keeps its stack.
 */
export class Halt extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One line to the operator. Goes to stderr so that a tool's own output on stdout stays parseable. */
export function say(line) {
  process.stderr.write(`照章:${line}\n`);
}

const DISK_TROUBLE = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '文件系统只读',
  ENOSPC: '磁盘已满',
};

function asHalt(error) {
  if (error instanceof Halt) return error;
  const trouble = DISK_TROUBLE[error?.code];
  if (trouble === undefined || typeof error.path !== 'string') return undefined;
  return new Halt(`${trouble}:${error.path}。请用能写入 ${root} 的用户运行,或先由该用户执行 npm run build。`);
}

/** Runs a script's body and turns its outcome into words and an exit code. */
export async function run(body) {
  try {
    const exitCode = await body();
    if (typeof exitCode === 'number') process.exitCode = exitCode;
  } catch (error) {
    const halt = asHalt(error);
    if (halt === undefined) throw error;
    say(halt.message);
    process.exitCode = halt.exitCode;
  }
}
