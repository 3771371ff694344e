import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  actDefinitions,
  entriesOf,
  inPlaceOf,
  keeperWords,
  mayKeep,
  roleLabels,
  roles,
  stageLabels,
  stages,
} from '@zhaozhang/core';
import type { Delegation, Role } from '@zhaozhang/core';
import { instant } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import { readStories } from '@zhaozhang/scenarios';
import { describe, expect, it } from 'vitest';
import { compileBundle } from '../../bundle.ts';
import { agencyOn, caseOn, take } from '../../rehearsal/stage.ts';
import { cell, isPersonal, letters, linesOf, matterOf } from './cells.test-oracle.ts';
import type { Letter, Line } from './cells.test-oracle.ts';
import { playedFiles } from './files.test-oracle.ts';
import type { FileAt } from './files.test-oracle.ts';
import { peopleAround } from './people.test-oracle.ts';
import type { Somebody } from './people.test-oracle.ts';
import { library } from '../../testing/the-law.ts';

const golden = new URL('../../../examples/who-may.golden.txt', import.meta.url);
const told = await readStories(fileURLToPath(new URL('../../../../scenarios/stories', import.meta.url)), {
  all: true,
});
const bound = told.agency.setup.flatMap((step) =>
  step.act === 'agency.bind-law' ? (step.input['packs'] as readonly string[]) : [],
);
const { law } = compileBundle(library, bound);
/** Of stories told of many cases, the first: the others differ in names and sums. */
const stories = told.stories.filter(({ file }) => !file.includes('#') || file.endsWith('#1'));
const { files, done } = playedFiles(stories, told.agency, law);
const lines = linesOf(law);

interface Cell {
  readonly file: FileAt;
  readonly line: Line;
  readonly somebody: Somebody;
  readonly letter: Letter;
}

const cells: readonly Cell[] = files.flatMap((file) =>
  peopleAround(caseOn(file.on), agencyOn(file.on), `${file.now.slice(0, 16)}:00+08:00` as never).flatMap(
    (somebody) => lines.map((line) => ({ file, line, somebody, letter: cell(file, line, somebody, law) })),
  ),
);

/** What a rule in force gives an act to, read from the rules as they are written, and apart from how they are evaluated. */
function namedBy(act: string): ReadonlySet<string> {
  const words = ofTheseFiles
    .filter((gate) => gate.acts.includes(act))
    .flatMap((gate) => [...JSON.stringify(gate.unless).matchAll(/\["actor\.roles",\[([^\]]*)\]\]/g)])
    .flatMap(([, list]) => (list ?? '').split(',').map((one) => one.replaceAll('"', '')));
  return new Set(words);
}

function where({ file, line, somebody, letter }: Cell): string {
  return `${file.procedure} ${stageLabels[file.stage]} ${line.label} ${somebody.label} ${letter}`;
}

/** The files of the table are penalties: a gate of other kinds gives nobody anything in them. */
const ofTheseFiles = law.gates.filter(({ kinds }) => kinds === undefined || kinds.includes('penalty'));

describe('谁可以办什么', () => {
  it('表由词汇生成：每个行为、每种角色、每种程序的每个阶段都在其中', () => {
    expect(new Set(cells.map(({ line }) => line.act))).toEqual(
      new Set([...actDefinitions.values()].filter((one) => one.aggregate === 'case').map(({ name }) => name)),
    );
    expect(new Set(files.map(({ stage }) => stage))).toEqual(new Set(stages));
    for (const role of roles) expect(cells.some(({ somebody }) => somebody.role === role)).toBe(true);
    expect(new Set(files.map(({ procedure }) => procedure)).size).toBeGreaterThanOrEqual(6);
    expect(cells.length).toBeGreaterThan(50_000);
    process.stdout.write(`谁可以办什么：${files.length} 个案卷，${cells.length} 格\n`);
  });

  it('没有任职、已经离任、尚未到任、外机关的人和只管系统的人，一格也不开', () => {
    expect(cells.filter((one) => one.somebody.outside && one.letter !== '否').map(where)).toEqual([]);
  });

  it('规则写明由谁办理的，此外的角色一格也不开', () => {
    // Acts whose every rule about persons is about posts: who handled or entered it cannot be told from a post.
    const holes = cells.filter(({ line, somebody, letter }) => {
      const named = namedBy(line.act);
      return (
        somebody.role !== undefined &&
        letter !== '否' &&
        line.input === undefined &&
        named.size > 0 &&
        !named.has(somebody.role) &&
        ofTheseFiles
          .filter((gate) => gate.acts.includes(line.act))
          .every((gate) => !/act\.by/.test(JSON.stringify(gate.unless)))
      );
    });
    expect(holes.map(where)).toEqual([]);
  });

  it('各阶段的表与存档相同（有意改动的，以 UPDATE_GOLDEN=1 重写后逐行核对）', () => {
    const text = table();
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });
});

describe('办成过的每一步，换一个人再办', () => {
  it('没有任职、已经离任、外机关的人办不成，说明是因为人', () => {
    const holes = done.flatMap(({ story, before, step }) => {
      if (actDefinitions.get(step.act)?.aggregate !== 'case') return [];
      const agency = agencyOn(before);
      const outside = peopleAround(
        caseOn(before),
        agency,
        `${step.at.slice(0, 16)}:00+08:00` as never,
      ).filter((one) => one.outside && !one.label.startsWith('尚未到任'));
      return outside.flatMap((somebody) => {
        const states = new Map(before.states).set(`agency/${before.agency}`, somebody.agency);
        const by = somebody.agency.officers[somebody.actor.officer ?? '']?.name ?? '查无此人';
        const { delegation: _, as: __, ...own } = step;
        const { decision } = take({ ...before, states }, { ...own, by }, law);
        return 'refusals' in decision && decision.refusals.some((one) => isPersonal(one, law))
          ? []
          : [`${story} ${step.at} ${step.act} ${somebody.label}`];
      });
    });
    expect(holes).toEqual([]);
  });
});

describe('授权代签', () => {
  const given = { id: 'D', delegate: 'somebody-else', from: '2026-01-01' as Day, until: '2027-12-31' as Day };
  const matters = [...new Set(lines.map(matterOf))];

  /** What opens to somebody without a post of their own, on a paper of a head. */
  function opened(paper: Partial<Delegation>): readonly string[] {
    return files.flatMap((file) => {
      const { agency, ...nobody } = withoutPost(file);
      const head = agency.appointments.find(({ role }) => role === 'agency-head');
      const delegation = {
        ...{ ...given, delegator: head?.officer ?? '', matters, enteredAt: instant('2026-01-01T09:00') },
        ...paper,
      };
      const lent = { ...agency, delegations: [delegation] };
      const actor = inPlaceOf(nobody.actor, lent, 'D');
      return lines
        .filter((line) => cell(file, line, { ...nobody, actor, agency: lent }, law) !== '否')
        .map(matterOf);
    });
  }

  it('只开所授权的事项，一项不多', () => {
    for (const { id } of law.codes['approval-matter'] ?? [])
      expect([id, opened({ matters: [id] }).filter((one) => one !== id)]).toEqual([id, []]);
    expect(new Set(opened({ matters: ['decision'] }))).toEqual(new Set(['decision']));
  });

  it('期限之外、撤回之后、授权他人、授权人已经离任的，一项也不开', () => {
    expect(opened({ until: '2026-01-02' as Day })).toEqual([]);
    expect(opened({ from: '2027-06-01' as Day })).toEqual([]);
    expect(opened({ revokedAt: instant('2026-01-02T09:00') })).toEqual([]);
    expect(opened({ delegate: 'another' })).toEqual([]);
    expect(opened({ delegator: 'of-another-agency' })).toEqual([]);
  });

  it('超出限额的处罚决定不开', () => {
    const sums = files.filter(({ on }) => sumAt(on) > 0);
    expect(sums.length).toBeGreaterThan(3);
    expect(opened({ matters: ['decision'], upTo: 0 }).length).toBeLessThan(
      opened({ matters: ['decision'] }).length,
    );
  });
});

describe('各司其职', () => {
  it('承办人兼任法制审核人员的，也不能审核自己承办的案件；离任之后同样不能', () => {
    const reviewing = ['case.accept-review', 'case.conclude-review', 'case.return-materials'];
    const holes = files.flatMap((file) => {
      const now = `${file.now.slice(0, 16)}:00+08:00` as never;
      const agency = agencyOn(file.on);
      return peopleAround(caseOn(file.on), agency, now)
        .filter(({ label }) => label.endsWith('本案承办人'))
        .flatMap((handler) => {
          const officer = handler.actor.officer ?? '';
          const post = { officer, role: 'legal-reviewer' as const, from: '2020-01-01' as Day };
          const both = { ...handler.agency, appointments: [...handler.agency.appointments, post] };
          return lines
            .filter(({ act }) => reviewing.includes(act))
            .filter((line) => cell(file, line, { ...handler, agency: both }, law) !== '否')
            .map(({ label }) => `${file.procedure} ${file.stage} ${label} ${handler.label}`);
        });
    });
    expect(holes).toEqual([]);
  });
});

function withoutPost(file: FileAt): Somebody {
  const now = `${file.now.slice(0, 16)}:00+08:00` as never;
  const found = peopleAround(caseOn(file.on), agencyOn(file.on), now).find(
    ({ label }) => label === '没有任职的人员',
  );
  if (found === undefined) throw new Error('没有“没有任职的人员”');
  return found;
}

function sumAt(on: FileAt['on']): number {
  const state = caseOn(on);
  return entriesOf(state, 'notice')
    .flatMap(({ data }) => data.sanctions)
    .reduce((sum, one) => sum + (one.amount ?? 0), 0);
}

function table(): string {
  const people = [...new Set(cells.map(({ somebody }) => somebody.label))].filter(
    (label) => !/^(离任|尚未到任)/.test(label),
  );
  const most = new Map<string, Letter>();
  for (const { file, line, somebody, letter } of cells) {
    const key = `${file.stage} ${line.label} ${somebody.label}`;
    const before = most.get(key) ?? '否';
    if (letters.indexOf(letter) <= letters.indexOf(before)) most.set(key, letter);
  }
  const head = people.join(' ');
  const blocks = stages.map((stage) => {
    const from = files.filter((one) => one.stage === stage).map(({ procedure }) => procedure);
    const rows = lines.map(
      ({ label }) => `${people.map((one) => most.get(`${stage} ${label} ${one}`) ?? '—').join('')}  ${label}`,
    );
    return `## ${stageLabels[stage]}（${[...new Set(from)].sort().join('；')}）\n${rows.join('\n')}\n`;
  });
  return [
    '# 谁可以办什么：由词汇、规则和各程序各阶段的案卷生成，不手写',
    '# 可＝可以；视＝看怎样填写；未＝人可以而案卷还不可以；否＝不由此人办理；—＝这一阶段没有这样的人',
    '# 同一阶段有几种程序的，取最宽的一格；离任、尚未到任的各种角色全为“否”，不另列',
    `# 各列依次：${head}`,
    '',
    ...blocks,
    `## 机关自己的记录（各列依次：${roles.map((role) => roleLabels[role]).join(' ')} 没有任职的人员 外机关人员 管理员账户）`,
    ...ownRecords(),
    '',
  ].join('\n');
}

/** Acts on the agency's own records are kept by posts alone. */
function ownRecords(): readonly string[] {
  const keepers = [
    ...roles.map((role) => ({ roles: [role] as readonly Role[], officer: true, administrator: false })),
    { roles: [], officer: true, administrator: false },
    { roles: [], officer: false, administrator: false },
    { roles: [], officer: false, administrator: true },
  ];
  return [...actDefinitions.values()]
    .filter(({ aggregate }) => aggregate === 'agency')
    .map(({ name, label }) => {
      const row = keepers.map((keeper) => {
        const other = mayKeep(name, { ...keeper, own: false });
        return other ? '可' : mayKeep(name, keeper) ? '视' : '否';
      });
      return `${row.join('')}  ${label}（${keeperWords(name)}）`;
    });
}
