import { readFile } from 'node:fs/promises';
import { obligations } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileBundle } from '../bundle.ts';
import type { StepText } from '../examples/example-text.ts';
import { setUpMoment } from '../examples/set-up-moment.ts';
import { caseOn, emptyStage, setUpAgency, take } from '../rehearsal/stage.ts';
import type { RehearsedStep } from '../rehearsal/stage.ts';
import { examplesOfTheLaw, lawFolder, library } from '../testing/the-law.ts';

/**
 * The same facts under the law of several places. The case is led as the statute alone would have it, and each place is
 * asked of every step: what does it refuse, what must be written, by when is what to be done.
 */
const { standard } = await examplesOfTheLaw();
if (standard === undefined) throw new Error('标准案读不出来');

const names = z.array(z.string());
const facts = z
  .strictObject({
    omit: names,
    unwritten: names,
    added: z.array(z.looseObject({ as: z.string() })),
    places: z.array(
      z.strictObject({
        name: z.string(),
        law: names,
        refused: z.record(z.string(), names),
        records: names,
        dates: z.record(z.string(), z.string().nullable()),
      }),
    ),
  })
  .parse(parse(await readFile(`${lawFolder}differences/one-case.yaml`, 'utf8')));

const statute = 'npc/penalty-law/2021-07-15';
const national = compileBundle(library, [statute, ...standard.law]).law;
const begin = setUpAgency(
  emptyStage('standard'),
  standard.setup.acts,
  setUpMoment(standard, national),
  national,
);

function written(step: StepText): RehearsedStep {
  const record = Object.entries(step.record ?? {}).filter(([field]) => !facts.unwritten.includes(field));
  return { ...step, record: Object.fromEntries(record) };
}
const steps = [
  ...standard.steps.filter(({ as }) => !facts.omit.includes(as)).map(written),
  ...(facts.added as unknown as readonly RehearsedStep[]),
];

describe('同一件事，在几个地方各照本地的规定办', () => {
  it('只照国家的法律，每一步都办得成', () => {
    const refused = steps.reduce(
      ({ stage, found }, step) => {
        const taken = take(stage, step, national);
        const codes = 'refusals' in taken.decision ? taken.decision.refusals.map(({ code }) => code) : [];
        return { stage: taken.stage, found: [...found, ...codes] };
      },
      { stage: begin, found: [] as string[] },
    ).found;
    expect(refused).toEqual([]);
  });

  for (const place of facts.places)
    it(`${place.name}：办不成的步骤、要写的记录、到期的日子`, () => {
      const local = compileBundle(library, [statute, ...place.law]).law;
      const refused: Record<string, string[]> = {};
      const records: string[] = [];
      let stage = begin;
      for (const step of steps) {
        const taken = take(stage, step, national);
        const under = taken.under(local);
        stage = taken.stage;
        if (!('refusals' in under)) continue;
        refused[step.as ?? ''] = under.refusals.map(({ code }) => code).sort();
        for (const { field } of under.refusals)
          if (field?.startsWith('record.') === true)
            records.push(local.fields[field.slice('record.'.length)]?.label ?? field);
      }
      const owed = obligations(caseOn(stage), local);
      const dates = Object.keys(place.dates).map((duty) => {
        const found = owed.find((one) => one.duty === duty);
        return [duty, found === undefined ? null : dayOf(found.due)];
      });
      expect({ refused, records, dates: Object.fromEntries(dates) }).toEqual({
        refused: place.refused,
        records: place.records,
        dates: place.dates,
      });
    });
});
