import type { ActView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Refused } from '../parts/refusals.tsx';
import { groupActs, type Standing } from './group-acts.ts';

interface ActListProps {
  readonly standing: Standing;
  /** The case they are acts on; absent for acts on the agency's own records. */
  readonly id?: string;
  /** Said when nothing can be done. */
  readonly none: string;
  readonly hrefOfAct: (act: string) => string;
}

/** What is at hand, and what of it cannot be done yet: why, and what to do first. The rest is one click away. */
export function ActList({ standing, id, none, hrefOfAct }: ActListProps): ReactNode {
  const { atHand, elsewhere, barred, barredElsewhere, over } = groupActs(standing);
  const others = elsewhere.reduce((sum, group) => sum + group.acts.length, 0);
  return (
    <section className="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">现在可以办</h2>
      {atHand.length === 0 ? (
        <p className="second">{none}</p>
      ) : (
        <OpenActs acts={atHand} hrefOfAct={hrefOfAct} />
      )}
      {others === 0 ? null : (
        <details className="acts-folded">
          <summary>其他阶段的事项 {others}</summary>
          {elsewhere.map((group) => (
            <section key={group.label} aria-label={group.label}>
              <h3>{group.label}</h3>
              <OpenActs acts={group.acts} hrefOfAct={hrefOfAct} />
            </section>
          ))}
        </details>
      )}
      {barred.length === 0 ? null : (
        <>
          <h3 id="barred-title">暂不能办</h3>
          <BarredActs acts={barred} id={id} labelledBy="barred-title" />
        </>
      )}
      <Folded acts={barredElsewhere} id={id} title="其他暂不能办的事项" />
      <Folded acts={over} id={id} title="不再需要办" />
    </section>
  );
}

function OpenActs({ acts, hrefOfAct }: Pick<ActListProps, 'hrefOfAct'> & Acts): ReactNode {
  return (
    <ul className="acts-open">
      {acts.map((act) => (
        <li key={act.name}>
          <a
            className={act.next ? 'act act-next' : 'act'}
            href={hrefOfAct(act.name)}
            aria-label={nameOf(act)}
          >
            {nameOf(act)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** 「审批（代吴负责）」 where it can only be done in somebody's place. */
function nameOf({ label, inPlaceOf }: ActView): string {
  return inPlaceOf === undefined ? label : `${label}（代${inPlaceOf}）`;
}

interface Acts {
  readonly acts: readonly ActView[];
}

interface OfCase {
  readonly id: string | undefined;
}

function Folded({ acts, id, title }: Acts & OfCase & { readonly title: string }): ReactNode {
  return acts.length === 0 ? null : (
    <details className="acts-folded">
      <summary>
        {title} {acts.length}
      </summary>
      <BarredActs acts={acts} id={id} />
    </details>
  );
}

function BarredActs({ acts, id, labelledBy }: Acts & OfCase & { readonly labelledBy?: string }): ReactNode {
  return (
    <ul className="acts-barred" aria-labelledby={labelledBy}>
      {acts.map((act) => (
        <Barred key={act.name} act={act} id={id} />
      ))}
    </ul>
  );
}

function Barred({ act, id }: { readonly act: ActView } & OfCase): ReactNode {
  const [first, ...others] = act.refusals;
  return (
    <li>
      <span className="act-label">{act.label}</span>
      <div>
        {first === undefined ? null : (
          <div>
            <Refused refusal={first} id={id} />
          </div>
        )}
        {others.length === 0 ? null : (
          <details>
            <summary>
              {act.label}另有 {others.length} 项原因
            </summary>
            <ul>
              {others.map((refusal) => (
                <li key={`${refusal.code} ${refusal.sentence}`}>
                  <Refused refusal={refusal} id={id} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
