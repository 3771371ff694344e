/** A request as it is logged: where it went and how it ended, never who sent it or what was in it. */
export interface RequestTold {
  readonly method: string;
  /** The route as it is written, such as /api/cases/:id: addresses name cases. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

export interface Logging {
  request(told: RequestTold): void;
  fault(error: unknown): void;
  note(what: string): void;
}

/** A line of JSON each, for whatever collects logs. */
export function jsonLines(write: (line: string) => void, now: () => Date = () => new Date()): Logging {
  const line = (level: string, what: string, more: object): void =>
    write(`${JSON.stringify({ at: now().toISOString(), level, what, ...more })}\n`);
  return {
    request: ({ milliseconds, ...told }) =>
      line(told.status >= 500 ? 'error' : 'info', 'request', { ...told, ms: Math.round(milliseconds) }),
    fault: (error) => line('error', 'fault', { error: faultText(error) }),
    note: (what) => line('info', 'note', { note: what }),
  };
}

/** For somebody at a terminal: faults and notes only. */
export function plainLines(write: (line: string) => void, now: () => Date = () => new Date()): Logging {
  return {
    request: () => undefined,
    fault: (error) => write(`${now().toISOString()} 故障 ${faultText(error)}\n`),
    note: (what) => write(`${now().toISOString()} ${what}\n`),
  };
}

/**
 * What went wrong and where. The database's own words are left out: it repeats the value it could not take, and that is
 * what somebody typed.
 */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, severity, routine } = error as Error & {
    readonly code?: unknown;
    readonly severity?: unknown;
    readonly routine?: unknown;
  };
  if (severity === undefined || typeof code !== 'string') return error.stack ?? error.message;
  const frames = (error.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text));
  return [`数据库 ${code} ${String(routine ?? '')}`.trimEnd(), ...frames].join('\n');
}
