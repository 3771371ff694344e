import type { Act, ActContext } from './act.ts';
import type { Refusal } from './refusal.ts';
import type { Law, Stretch } from './rules/law.ts';

/** Has the moment come, and is it one whose law is known here? */
export function checkMoment(act: Act, context: ActContext): readonly Refusal[] {
  if (act.occurredAt > context.now)
    return [refusal(act, 'FUTURE_DATE', '所填的时刻还没有到', '填写实际发生的时刻')];
  const missing = editionsMissing(act, context);
  if (missing.length > 0)
    return [
      refusal(
        act,
        'EDITION_NOT_LOADED',
        `${missing.map((title) => `《${title}》`).join('、')}当时有效的版本未收录`,
        '核对时刻；确属当时的行为，先装入当时有效的规则包',
      ),
    ];
  return [];
}

/**
 * Titles of the instruments that bar acts and have no edition of that day. Each is asked by itself: where one is silent
 * for want of an edition, the others must not be taken for the whole law. One that did not bind the agency on that day,
 * because it was adopted later or has been given up since, is not missed.
 */
function editionsMissing(act: Act, { law }: ActContext): readonly string[] {
  const day = act.occurredAt.slice(0, 10);
  const binding = barringOf(law).filter(({ pack }) =>
    (pack.bound ?? [{}]).some((stretch) => covers(stretch, day)),
  );
  const standing = new Set(
    binding.filter(({ pack }) => covers(pack, day)).map(({ instrument }) => instrument),
  );
  const missing = binding.filter(({ instrument }) => !standing.has(instrument));
  return [...new Set(missing.map(({ pack }) => pack.title))];
}

interface Barring {
  readonly pack: Law['packs'][number];
  readonly instrument: string;
}

/** Editions of instruments with a rule that can bar an act: looked out once for each law, since every act asks for them. */
function barringOf(law: Law): readonly Barring[] {
  let found = barring.get(law);
  if (found === undefined) {
    const named = new Set([...law.gates, ...law.needs].map((rule) => instrumentOf(rule.pack)));
    found = law.packs
      .map((pack) => ({ pack, instrument: instrumentOf(pack.id) }))
      .filter(({ instrument }) => named.has(instrument));
    barring.set(law, found);
  }
  return found;
}
const barring = new WeakMap<Law, readonly Barring[]>();

function covers({ from, until }: Stretch, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** A pack's instrument: its id without the edition. */
function instrumentOf(pack: string): string {
  return pack.slice(0, pack.lastIndexOf('/'));
}

function refusal(act: Act, code: string, because: string, says: string): Refusal {
  return {
    code,
    act: act.name,
    clauses: [],
    because,
    effect: 'void',
    field: 'occurredAt',
    facts: [],
    remedy: { says },
  };
}
