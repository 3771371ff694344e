import type { AgencyView, ObligationView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { Clauses } from '../parts/clauses.tsx';
import { Due, Left } from '../parts/due.tsx';
import { hrefOf } from '../route/route.ts';

/** What the agency itself owes and until when, soonest first; what has been met is folded below. */
export function OwnDuties({ view }: { readonly view: AgencyView }): ReactNode {
  const open = view.obligations.filter((duty) => duty.met === undefined);
  const met = view.obligations.filter((duty) => duty.met !== undefined);
  const offered = new Set(view.acts.filter((act) => act.status !== 'refused').map((act) => act.name));
  return (
    <section className="duties" aria-labelledby="own-duties-title">
      <h2 id="own-duties-title">
        本机关的义务 <span className="second">{open.length}</span>
      </h2>
      {open.length === 0 ? (
        <p className="second">现在没有要由机关自己办的事。按期公示的期间和登记的变动会列在这里。</p>
      ) : (
        <ul>
          {open.map((duty) => (
            <Duty key={duty.id} duty={duty} offered={offered} />
          ))}
        </ul>
      )}
      {met.length === 0 ? null : (
        <details>
          <summary>已经办结 {met.length}</summary>
          <ul>
            {met.map((duty) => (
              <Duty key={duty.id} duty={duty} offered={new Set()} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface DutyProps {
  readonly duty: ObligationView;
  /** A duty leads to its act only where the act can be done. */
  readonly offered: ReadonlySet<string>;
}

function Duty({ duty, offered }: DutyProps): ReactNode {
  const { act } = duty;
  const what = (
    <>
      {duty.label}
      {duty.subject === '' ? null : <span className="duty-subject"> · {duty.subject}</span>}
    </>
  );
  return (
    <li className="duty">
      <div className="duty-left">
        <Left duty={duty} />
        <Due duty={duty} />
      </div>
      <div className="duty-what">
        {act === undefined || !offered.has(act) ? (
          <p className="duty-plain">{what}</p>
        ) : (
          <a className="duty-title" data-item href={hrefOf({ page: 'agency', act })}>
            {what}
          </a>
        )}
        <p className="small second">
          <Clauses clauses={duty.clauses} />
        </p>
      </div>
      <div className="duty-who small second">
        <p>由{duty.owedBy}办理</p>
      </div>
    </li>
  );
}
