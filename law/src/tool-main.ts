import { parseArgs } from 'node:util';
import { assumptionsCommand } from './tool/assumptions-command.ts';
import { checkCommand } from './tool/check-command.ts';
import { coverageCommand } from './tool/coverage-command.ts';
import { explainCommand } from './tool/explain-command.ts';
import { lawFolder } from './tool/folders.ts';
import { keepCommand } from './tool/keep-command.ts';
import { mutateCommand } from './tool/mutate-command.ts';
import { newCommand } from './tool/new-command.ts';
import { schemaCommand } from './tool/schema-command.ts';

const usage = [
  '用法：',
  '  check [--dir 文件夹] [--against 清单]',
  '                             检查规则包，逐条说出问题；带清单的，再说出清单里有而规则包没有的条款',
  '  assumptions [--json]       列出没有条款依据的取值和理解，启用之前逐项确认',
  '  coverage [--json]          按最近一次测试的结果，列出每条条款的落实情况',
  '  explain 示例标题|条款编号   说明示例里欠着什么、拒绝什么，每个日期的由来',
  '  explain 故事文件 [时刻]    办到那一刻，说明欠着什么、拒绝了什么',
  '  keep                       记下读出的规则包和示例被拒时说的话，启动和律例页不必再算（构建时做）',
  '  mutate [规则]… [--json]    逐一改动每条规则，看示例是否看得出来；带编号的开头的，只改那些规则',
  '  new 机关/规范/版本日期 --title 名称 [--issuer 发布机关] [--issued 印发日] [--extends 规则包]…',
  '                             建立规则包的样板，每个键都有说明和例子',
  '  schema                     重写编辑器所用的格式说明',
];

/** Words and options of the command line; undefined when an option is not known. */
function told() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        dir: { type: 'string' },
        against: { type: 'string' },
        json: { type: 'boolean' },
        title: { type: 'string' },
        issuer: { type: 'string' },
        issued: { type: 'string' },
        extends: { type: 'string', multiple: true },
      },
    });
  } catch {
    return undefined;
  }
}

async function run(): Promise<{ lines: readonly string[]; exitCode: number }> {
  const words = told();
  if (words === undefined) return { lines: usage, exitCode: 2 };
  const [command, ...rest] = words.positionals;
  const [what, moment] = rest;
  const dir = lawFolder(words.values.dir);
  if (command === 'assumptions') return assumptionsCommand(dir, words.values.json === true);
  if (command === 'check') return checkCommand(dir, words.values.against);
  if (command === 'coverage') return coverageCommand(dir, words.values.json === true);
  if (command === 'explain' && what !== undefined) return explainCommand(dir, what, moment);
  if (command === 'keep') return keepCommand(dir);
  if (command === 'mutate') return mutateCommand(dir, words.values.json === true, rest);
  if (command === 'new') return newCommand(dir, { ...words.values, id: what });
  if (command === 'schema') return schemaCommand(dir);
  return { lines: usage, exitCode: command === undefined ? 0 : 2 };
}

const { lines, exitCode } = await run();
for (const line of lines) console.log(line);
process.exitCode = exitCode;
