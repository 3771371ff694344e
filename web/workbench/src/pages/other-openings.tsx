import type { ReactNode } from 'react';
import { hrefOf } from '../route/route.ts';
import { onSpotAct } from './on-spot.ts';
import { openings } from './openings.ts';

/** Whatever opens a file less often than a lead and a penalty on the spot, by what is before one. */
export function OtherOpenings(): ReactNode {
  return (
    <details className="other-openings">
      <summary>其他登记</summary>
      <ul>
        {openings.flatMap(({ act, label, from }) =>
          act === undefined || act === onSpotAct
            ? []
            : [
                <li key={act}>
                  <a href={hrefOf({ page: 'new-case', act })}>{label}</a>
                  <span className="small second">{from}</span>
                </li>,
              ],
        )}
      </ul>
    </details>
  );
}
