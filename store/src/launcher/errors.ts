/** Another running instance holds the data directory. */
export class DataDirectoryLocked extends Error {
  override readonly name = 'DataDirectoryLocked';
  readonly pid: number;
  readonly dataDir: string;

  constructor(dataDir: string, pid: number) {
    super(
      `数据目录“${dataDir}”正由另一个实例使用（进程号 ${pid}）。请先停止该实例，或用另一个数据目录启动。`,
    );
    this.pid = pid;
    this.dataDir = dataDir;
  }
}

/** The database cannot be started or used; the message says in Chinese what to do. Never contains a password. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** The code of a system or database error, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
