import { caseKinds } from '@zhaozhang/core';
import { expect, it } from 'vitest';
import { compileBundle } from '../bundle.ts';
import { library } from '../testing/the-law.ts';

const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

type Kind = (typeof caseKinds)[number];

/** Does a file of that kind follow the rule, as its own or as one it borrows? */
function isFollowedIn({ kinds, elsewhere }: { kinds?: readonly Kind[]; elsewhere?: string }, kind: Kind) {
  return kinds === undefined || elsewhere !== undefined || kinds.includes(kind);
}

/** Is the field on the form of the act in a case of that kind: because some rule asks for it, or offered all the same? */
function isOnForm(field: string, act: string, kind: Kind): boolean {
  return (
    law.fields[field]?.offeredBy?.includes(act) === true ||
    law.needs.some(
      (need) =>
        need.acts.includes(act) && isFollowedIn(need, kind) && need.fields.some((one) => one.field === field),
    )
  );
}

it('门问到本次所写的哪一栏才放行，那一栏就在办这件事的表单上', () => {
  const missing = law.gates.flatMap((gate) => {
    const fields = [...JSON.stringify(gate.unless).matchAll(/"record\.([a-z]+(?:\.[a-z-]+)+)"/g)];
    return fields.flatMap(([, field = '']) =>
      gate.acts.flatMap((act) =>
        caseKinds
          .filter((kind) => isFollowedIn(gate, kind))
          .filter((kind) => !isOnForm(field, act, kind))
          .map((kind) => `${gate.id} ${act} ${kind}：${field}`),
      ),
    );
  });
  expect(missing).toEqual([]);
});
