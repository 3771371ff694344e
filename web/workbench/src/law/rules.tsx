import type { LawRule } from '@zhaozhang/api/contract';
import { Fragment, type ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { Marked } from '../parts/marked.tsx';
import type { Sought } from './search.ts';

/** Rules in words, one after another; `of` is the pack they are read under, `clause` the clause. */
export function Rules({
  rules,
  of,
  clause,
  sought,
}: {
  readonly rules: readonly LawRule[];
  readonly of: string;
  readonly clause?: string | undefined;
  readonly sought: Sought;
}): ReactNode {
  return (
    <ul className="law-rules">
      {rules.map((rule) => (
        <Rule
          key={`${rule.from} ${rule.sentence} ${rule.because ?? ''}`}
          rule={rule}
          of={of}
          clause={clause}
          sought={sought}
        />
      ))}
    </ul>
  );
}

function Rule({
  rule,
  of,
  clause,
  sought,
}: {
  readonly rule: LawRule;
  readonly of: string;
  readonly clause?: string | undefined;
  readonly sought: Sought;
}): ReactNode {
  // The article under which it is read need not be told again, whichever part of it the rule cites.
  const own = rule.cites.find((one) => one.id === clause)?.cite;
  const others = rule.cites.filter((one) => one.cite !== own);
  const say = (text: string): ReactNode => <Marked text={text} sought={sought} />;
  const facts: (readonly [string, ReactNode])[] = [
    ...(rule.effect === undefined ? [] : [['后果', say(rule.effect)] as const]),
    ...(rule.because === undefined
      ? []
      : [['被拒时', say(`${rule.because}。${rule.remedy ?? ''}。`)] as const]),
    ...(rule.notes.length === 0 ? [] : [['另有', say(`${rule.notes.join('；')}。`)] as const]),
    ...(rule.places.length === 0 ? [] : [['见于', say(rule.places.join('、'))] as const]),
    ...(others.length === 0
      ? []
      : [[clause === undefined ? '依据' : '并依据', <Cites key="cites" cites={others} />] as const]),
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

/** Articles as links; one of which several parts are listed is named once. */
function Cites({ cites }: { readonly cites: LawRule['cites'] }): ReactNode {
  const once = cites.filter((one, index) => cites.findIndex((other) => other.cite === one.cite) === index);
  return once.map((one, index) => (
    <Fragment key={one.id}>
      {index > 0 ? '、' : null}
      <a href={hrefOf({ page: 'law-clause', id: one.id })}>{one.cite}</a>
    </Fragment>
  ));
}
