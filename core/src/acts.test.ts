import { fileURLToPath } from 'node:url';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actDefinitions, actLabel, actOfEvent } from './acts.ts';
import { entryLabels } from './entry.ts';
import { stages } from './case/stage.ts';

const folder = (name: string): string => fileURLToPath(new URL(`./${name}/`, import.meta.url));

describe('每种行为的定义', () => {
  it.each([...actDefinitions.values()].map((one) => [one.name, one] as const))(
    '%s 写法合乎约定',
    (name, one) => {
      expect(name).toMatch(/^(case|agency)\.[a-z]+(-[a-z]+)*$/);
      expect(one.event).toMatch(/^(case|agency|law)\.([a-z]+-)*[a-z]+$/);
      // 事件是过去式。
      expect(one.event).toMatch(/(ed|given|bound|held|taken|frozen|drawn|left)(-over)?$/);
      expect(one.label).toMatch(/^[\u4e00-\u9fff]{2,12}$/);
      expect(name.startsWith(`${one.aggregate}.`)).toBe(true);
      expect(['constitutive', 'factual']).toContain(one.nature);
      expect([undefined, ...stages]).toContain(one.stage);
      expect([undefined, ...Object.keys(entryLabels)]).toContain(one.creates);
    },
  );

  it('名称、事件、中文名称各不相同', () => {
    const all = [...actDefinitions.values()];
    for (const key of ['event', 'label'] as const)
      expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
  });

  it('由事件找得到行为，由名称找得到中文', () => {
    for (const one of actDefinitions.values()) {
      expect(actOfEvent(one.event)).toBe(one);
      expect(actLabel(one.name)).toBe(one.label);
    }
    expect(actOfEvent('case.unknown')).toBeUndefined();
  });

  it.each(['case', 'authority'])('%s 中每个定义行为的文件都列入了清单', (name) => {
    const files = readdirSync(folder(name), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.includes('.test'),
    );
    const defining = files.flatMap((file) => {
      const found = /defineAct\(\{\s*name: '([^']+)'/.exec(readFileSync(`${folder(name)}${file}`, 'utf8'));
      return found?.[1] === undefined ? [] : [found[1]];
    });
    expect(defining.length).toBeGreaterThan(3);
    expect(defining.filter((act) => !actDefinitions.has(act))).toEqual([]);
  });
});
