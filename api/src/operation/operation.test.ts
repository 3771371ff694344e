import { describe, expect, it } from 'vitest';
import { CaseAtWork, handler } from '../testing/case-at-work.ts';
import { testInstance } from '../testing/test-instance.ts';
import { startsBehind, watchClock } from './clock-watch.ts';
import { jsonLines, plainLines } from './logging.ts';
import { metricsOf } from './metrics.ts';
import { operationsServer } from './operations-server.ts';
import { problemOf, startTrouble } from './trouble.ts';

describe('时钟', () => {
  const watched = () => {
    let [wall, steady] = [1_000_000, 0];
    const watch = watchClock(
      () => wall,
      () => steady,
    );
    const pass = (ms: number, jump = 0): string | undefined => {
      [wall, steady] = [wall + ms + jump, steady + ms];
      return watch.trouble();
    };
    return pass;
  };

  it('照常走、校准一分钟以内、夜里休眠之后往前一截，都可信', () => {
    const pass = watched();
    expect(pass(86_400_000)).toBeUndefined();
    expect(pass(1000, -59_000)).toBeUndefined();
    expect(pass(1000, 10 * 3_600_000)).toBeUndefined();
  });

  it('往回、往前拨得多了不可信，说出多少；拨正即可信', () => {
    const pass = watched();
    expect(pass(1000, -3_600_000)).toBe('服务器的时钟被往回拨了 60 分钟');
    expect(pass(1000, 3_600_000)).toBeUndefined();
    expect(pass(1000, 3 * 86_400_000)).toBe('服务器的时钟被往前拨了 3 天');
    expect(pass(1000, -3 * 86_400_000)).toBeUndefined();
  });

  it('启动时早于最后一条记录的，说出早多少', () => {
    const now = Date.parse('2026-03-02T09:00:00+08:00');
    expect(startsBehind(now, undefined)).toBeUndefined();
    expect(startsBehind(now, '2026-03-02T08:59:59+08:00')).toBeUndefined();
    expect(startsBehind(now, '2026-03-02T09:00:30+08:00')).toBeUndefined();
    expect(startsBehind(now, '2026-03-03T09:00:00+08:00')).toBe(
      '服务器的时钟比最后一条记录的时刻（2026-03-03 09:00:00）早 24 小时',
    );
  });
});

describe('日志', () => {
  const lines: string[] = [];
  const log = jsonLines(
    (line) => lines.push(line),
    () => new Date('2026-03-02T01:00:00Z'),
  );

  it('一行一个 JSON：到了哪个接口、结果、毫秒，不写地址里的编号', () => {
    lines.length = 0;
    log.request({ method: 'GET', route: '/api/cases/:id', status: 200, milliseconds: 12.4 });
    log.request({ method: 'POST', route: '/api/acts', status: 503, milliseconds: 2 });
    log.note('已启动');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        ...{ at: '2026-03-02T01:00:00.000Z', level: 'info', what: 'request' },
        ...{ method: 'GET', route: '/api/cases/:id', status: 200, ms: 12 },
      },
      {
        ...{ at: '2026-03-02T01:00:00.000Z', level: 'error', what: 'request' },
        ...{ method: 'POST', route: '/api/acts', status: 503, ms: 2 },
      },
      { at: '2026-03-02T01:00:00.000Z', level: 'info', what: 'note', note: '已启动' },
    ]);
  });

  it('数据库的原话不写：里面有人填的内容；错在哪里照写', () => {
    lines.length = 0;
    const error = Object.assign(new Error('invalid input syntax for type bigint: "身份号码"'), {
      ...{ severity: 'ERROR', code: '22P02', routine: 'int8in' },
    });
    log.fault(error);
    plainLines((line) => lines.push(line)).fault(error);
    for (const line of lines) {
      expect(line).toContain('数据库 22P02 int8in');
      expect(line).toContain('operation.test.ts');
      expect(line).not.toContain('身份号码');
    }
    log.fault(new Error('自己的错'));
    expect(lines.at(-1)).toContain('自己的错');
  });
});

describe('机器缺了什么', () => {
  const coded = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

  it.each([
    [coded('ENOSPC'), 507, '磁盘满了', '磁盘满了'],
    [coded('53100'), 507, '磁盘满了', '磁盘满了'],
    [coded('EROFS'), 503, '写不进去', '写不进去'],
    [coded('ECONNREFUSED'), 503, '数据库暂时连不上', undefined],
    [coded('57P01'), 503, '数据库暂时连不上', undefined],
    [new Error('Connection terminated unexpectedly'), 503, '数据库暂时连不上', undefined],
    [new Error('外面', { cause: coded('ECONNRESET') }), 503, '数据库暂时连不上', undefined],
    [coded('23505'), 500, '系统出了故障', undefined],
    [new TypeError('自己的错'), 500, '系统出了故障', undefined],
  ])('%s：说明缺什么，内容不会丢；记入故障', (error, status, says, atStart) => {
    const logged: unknown[] = [];
    const { problem } = problemOf(error, (one) => logged.push(one));
    expect([problem.status, problem.title.includes(says)]).toEqual([status, true]);
    expect(problem.remedy).toContain('已填的内容不会丢失');
    expect(logged).toEqual([error]);
    expect(startTrouble(error)?.includes(atStart ?? '') ?? false).toBe(atStart !== undefined);
  });
});

describe('运维端口', () => {
  it('能否接事、指标都说得出；指标里没有案卷编号和人名；公开的端口上没有指标', {
    timeout: 60_000,
  }, async () => {
    const house = await testInstance();
    const { world } = house.instance;
    const metrics = metricsOf(world);
    const operations = await operationsServer(world, metrics, 0);
    try {
      const file = await new CaseAtWork(house.client).upTo('lead');
      metrics.request({ method: 'POST', route: '/api/acts', status: 201, milliseconds: 30 });
      metrics.request({ method: 'POST', route: '/api/acts', status: 422, milliseconds: 30 });
      const ready = await fetch(`${operations.url}/ready`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        { ready: true, checks: ['数据库', '存证日志', '磁盘', '时钟'].map((name) => ({ name })) },
      ]);
      const told = await fetch(`${operations.url}/metrics`);
      const text = await told.text();
      expect(told.headers.get('content-type')).toContain('application/openmetrics-text');
      expect(text.trimEnd().endsWith('# EOF')).toBe(true);
      for (const line of [
        'zhaozhang_acts_total{outcome="done"} 1',
        'zhaozhang_acts_total{outcome="refused"} 1',
        'zhaozhang_http_request_seconds_count{method="POST",route="/api/acts",status="2xx"} 1',
      ])
        expect(text).toContain(line);
      expect(text).toMatch(/^zhaozhang_log_entries \d+$/m);
      expect(text).toMatch(/^zhaozhang_log_waiting \d+$/m);
      for (const secret of [file.id, handler]) expect(text).not.toContain(secret);
      expect((await fetch(`${operations.url}/health`)).status).toBe(200);
      expect((await fetch(`${operations.url}/other`)).status).toBe(404);
      expect((await fetch(`${house.instance.url}/metrics`)).status).toBe(404);
      expect(await (await fetch(`${house.instance.url}/api/ready`)).json()).toMatchObject({ ready: true });
    } finally {
      await operations.stop();
      await house.end();
    }
  });
});
