import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { areas } from '../areas.ts';
import { coverage } from '../clause-coverage/coverage.ts';
import type { ClauseCoverage } from '../clause-coverage/coverage.ts';
import { passedTests } from '../clause-coverage/test-results.ts';
import { tracesText } from '../examples/trace.ts';
import { readLibrary } from '../library.ts';
import { cacheFolder } from './folders.ts';

const statusWords = { carried: '已落实', open: '未落实', later: '以后' } as const;
const howWords = { rule: '规则', feature: '功能', display: '展示', later: '以后' } as const;

/** How each clause is carried, by the results of the last whole test run. */
export async function coverageCommand(
  dir: string,
  json: boolean,
): Promise<{ lines: readonly string[]; exitCode: number }> {
  const cache = cacheFolder(dir);
  const results = await readJson(join(cache, 'test-results.json'));
  const trace = await readJson(join(cache, 'law-trace.json'));
  if (results === undefined || trace === undefined)
    return { lines: ['没有最近一次测试的结果。先运行 npm test，再看落实情况。'], exitCode: 1 };
  const clauses = coverage(await readLibrary(dir), tracesText.parse(trace), passedTests(results));
  if (json) return { lines: [JSON.stringify({ clauses }, undefined, 2)], exitCode: 0 };
  const count = (status: ClauseCoverage['status']) => clauses.filter((one) => one.status === status).length;
  return {
    lines: [
      '条款\t状态\t方式\t落实者\t测试',
      ...clauses.map((one) =>
        [
          one.id,
          statusWords[one.status],
          one.area === undefined ? howWords[one.how] : `${howWords[one.how]}：${areas[one.area]}`,
          one.carriers.join('、'),
          `${one.tests.length} 个`,
        ].join('\t'),
      ),
      `条款 ${clauses.length} 条：已落实 ${count('carried')} 条，未落实 ${count('open')} 条，以后 ${count('later')} 条`,
    ],
    exitCode: 0,
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
