import type { ActView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Refused } from '../parts/refusals.tsx';

interface ActListProps {
  readonly acts: readonly ActView[];
  /** The case they are acts on; absent for acts on the agency's own records. */
  readonly id?: string;
  /** Said when nothing can be done. */
  readonly none: string;
  readonly hrefOfAct: (act: string) => string;
}

/** What can be done now, and what cannot yet: why, and what to do first. */
export function ActList({ acts, id, none, hrefOfAct }: ActListProps): ReactNode {
  const open = acts.filter((act) => act.status !== 'refused' && act.name !== 'case.correct-entry');
  const refused = acts.filter((act) => act.status === 'refused' && act.name !== 'case.correct-entry');
  const barred = refused.filter((act) => !isOver(act));
  const over = refused.filter(isOver);
  return (
    <section className="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">现在可以办</h2>
      {open.length === 0 ? (
        <p className="second">{none}</p>
      ) : (
        <ul className="acts-open">
          {open.map((act) => (
            <li key={act.name}>
              <a
                className={act.next ? 'act act-next' : 'act'}
                href={hrefOfAct(act.name)}
                aria-label={act.label}
              >
                {act.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {barred.length === 0 ? null : (
        <>
          <h3 id="barred-title">暂不能办</h3>
          <ul className="acts-barred" aria-labelledby="barred-title">
            {barred.map((act) => (
              <Barred key={act.name} act={act} id={id} />
            ))}
          </ul>
        </>
      )}
      {over.length === 0 ? null : (
        <details className="acts-over">
          <summary>不再需要办 {over.length}</summary>
          <ul className="acts-barred">
            {over.map((act) => (
              <Barred key={act.name} act={act} id={id} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Nothing can be done about it and no article stands behind it: it has been done already. */
function isOver(act: ActView): boolean {
  return act.refusals.some((one) => one.remedy === undefined && one.clauses.length === 0);
}

function Barred({ act, id }: { readonly act: ActView; readonly id: string | undefined }): ReactNode {
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
