import { ProblemError } from '../problem.ts';

const retry = '已填的内容不会丢失；同一份再提交一次，不会办理两次';

/** Whatever a request ended with, as its answer; what is no answer of ours is logged. */
export function problemOf(error: unknown, onError: (error: unknown) => void): ProblemError {
  if (error instanceof ProblemError) return error;
  onError(error);
  return (
    troubleOf(error) ??
    new ProblemError({ title: '系统出了故障，没有办成', status: 500, remedy: `稍后重试；${retry}` })
  );
}

/** What the machine can be short of. */
type Trouble = 'full' | 'unwritable' | 'away';

/** What a start that failed for want of something says; undefined for faults of our own. */
export function startTrouble(error: unknown): string | undefined {
  switch (troubleIn(error)) {
    case 'full':
      return '数据目录所在的磁盘满了，没有启动。请腾出空间后重新启动。';
    case 'unwritable':
      return '数据目录写不进去，没有启动。请检查磁盘是否变成只读、目录的权限是否改过。';
    default:
      return undefined;
  }
}

/** The same as an answer to whoever was waiting. */
function troubleOf(error: unknown): ProblemError | undefined {
  const trouble = troubleIn(error);
  if (trouble === 'full')
    return new ProblemError({
      title: '服务器的磁盘满了，没有办成',
      status: 507,
      remedy: `请管理员腾出空间后重试；${retry}`,
    });
  if (trouble === 'unwritable')
    return new ProblemError({
      title: '服务器的数据目录写不进去，没有办成',
      status: 503,
      remedy: `请管理员检查磁盘是否变成只读；${retry}`,
    });
  if (trouble === 'away')
    return new ProblemError(
      { title: '数据库暂时连不上，不知道办成没有', status: 503, remedy: `稍后重试；${retry}` },
      { 'retry-after': '2' },
    );
  return undefined;
}

function troubleIn(error: unknown): Trouble | undefined {
  const codes = codesOf(error);
  if (codes.some((code) => full.has(code))) return 'full';
  if (codes.some((code) => unwritable.has(code))) return 'unwritable';
  if (codes.some((code) => away.has(code) || code.startsWith('08')) || cutOff(error)) return 'away';
  return undefined;
}

/** Of the file system, and of PostgreSQL: disk_full. */
const full = new Set(['ENOSPC', 'EDQUOT', '53100']);
const unwritable = new Set(['EROFS', 'EACCES', 'EPERM', 'EIO', '58030']);
/** Shutting down, crashed, starting; too many connections; the network. */
const away = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the driver says of a connection that ended under it; it gives these no code. */
function cutOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}

function codesOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...codesOf(cause),
    ...(Array.isArray(errors) ? errors.flatMap(codesOf) : []),
  ];
}
