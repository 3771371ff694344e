import { parseArgs } from 'node:util';
import { StartRefused } from './refused.ts';

export interface Flags {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly data: string | undefined;
  /** A demonstration of few cases only, filled in a moment. */
  readonly few: boolean;
  /** Port for whoever keeps the machine, reached from it only. */
  readonly operations: number | undefined;
  /** Whether each request and fault is a line of JSON. */
  readonly json: boolean;
  readonly clockChecked: boolean;
  /** One more agency is to be set up in this installation. */
  readonly anotherAgency: boolean;
}

/** What was asked for on the command line; anything else is told, not ignored. */
export function readFlags(args: readonly string[]): Flags {
  let values: {
    production?: boolean;
    few?: boolean;
    host?: string;
    port?: string;
    data?: string;
    operations?: string;
    log?: string;
    'clock-checked'?: boolean;
    'another-agency'?: boolean;
  };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        production: { type: 'boolean', default: false },
        few: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '8080' },
        data: { type: 'string' },
        operations: { type: 'string' },
        log: { type: 'string' },
        'clock-checked': { type: 'boolean', default: false },
        'another-agency': { type: 'boolean', default: false },
      },
    }));
  } catch {
    throw new StartRefused(
      '不认识的启动参数。可用的有：--production、--few、--port 端口、--host 地址、--data 数据目录、--operations 运维端口、--log json 或 plain、--clock-checked、--another-agency',
    );
  }
  const log = values.log ?? (values.production === true ? 'json' : 'plain');
  if (log !== 'json' && log !== 'plain') throw new StartRefused('--log 须是 json 或者 plain');
  return {
    production: values.production === true,
    few: values.few === true,
    host: values.host ?? '127.0.0.1',
    port: portOf('--port', values.port),
    data: values.data,
    operations: values.operations === undefined ? undefined : portOf('--operations', values.operations),
    json: log === 'json',
    clockChecked: values['clock-checked'] === true,
    anotherAgency: values['another-agency'] === true,
  };
}

function portOf(flag: string, text: string | undefined): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartRefused(`${flag} 须是 0 至 65535 的整数`);
  return port;
}
