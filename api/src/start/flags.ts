import { parseArgs } from 'node:util';
import { StartRefused } from './refused.ts';

export interface Flags {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly data: string | undefined;
  /** A demonstration of few cases only, filled in a moment. */
  readonly few: boolean;
}

/** What was asked for on the command line; anything else is told, not ignored. */
export function readFlags(args: readonly string[]): Flags {
  let values: { production?: boolean; few?: boolean; host?: string; port?: string; data?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        production: { type: 'boolean', default: false },
        few: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '8080' },
        data: { type: 'string' },
      },
    }));
  } catch {
    throw new StartRefused(
      '不认识的启动参数。可用的有：--production、--few、--port 端口、--host 地址、--data 数据目录',
    );
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartRefused('--port 须是 0 至 65535 的整数');
  return {
    production: values.production === true,
    few: values.few === true,
    host: values.host ?? '127.0.0.1',
    port,
    data: values.data,
  };
}
