import type { LawRule } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Marked } from './marked.tsx';
import type { Sought } from './search.ts';

/** Rules in words, one after another; `of` is the pack they are read under. */
export function Rules({
  rules,
  of,
  sought,
}: {
  readonly rules: readonly LawRule[];
  readonly of: string;
  readonly sought: Sought;
}): ReactNode {
  return (
    <ul className="law-rules">
      {rules.map((rule) => (
        <Rule
          key={`${rule.from} ${rule.sentence} ${rule.because ?? ''}`}
          rule={rule}
          of={of}
          sought={sought}
        />
      ))}
    </ul>
  );
}

function Rule({
  rule,
  of,
  sought,
}: {
  readonly rule: LawRule;
  readonly of: string;
  readonly sought: Sought;
}): ReactNode {
  const say = (text: string): ReactNode => <Marked text={text} sought={sought} />;
  const facts: (readonly [string, ReactNode])[] = [
    ...(rule.effect === undefined ? [] : [['后果', say(rule.effect)] as const]),
    ...(rule.because === undefined
      ? []
      : [['被拒时', say(`${rule.because}。${rule.remedy ?? ''}。`)] as const]),
    ...(rule.notes.length === 0 ? [] : [['另有', say(`${rule.notes.join('；')}。`)] as const]),
    ...(rule.places.length === 0 ? [] : [['见于', say(rule.places.join('、'))] as const]),
    ...(rule.cites.length === 0 ? [] : [['依据', rule.cites.join('、')] as const]),
    ...(rule.from === of ? [] : [['规则出自', `《${rule.from}》`] as const]),
  ];
  return (
    <li>
      <p>
        <span className="chip chip-plain">{rule.kindLabel}</span> {say(rule.sentence)}
      </p>
      <dl className="small">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
