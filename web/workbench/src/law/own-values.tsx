import type { OwnLawView } from '@zhaozhang/api/contract';
import { fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

type OwnValue = OwnLawView['values'][number];

const standings = { present: '现在适用', 'to-come': '尚未到起日', past: '已被后来的取值代替' } as const;

/** What has been set, the latest first; what is not as the packs say is told apart, and who confirmed it. */
export function OwnValues({ values }: { readonly values: readonly OwnValue[] }): ReactNode {
  const deviating = values.filter(({ deviates, standing }) => deviates && standing !== 'past').length;
  return (
    <section className="panel" aria-labelledby="own-values">
      <h2 id="own-values">
        自定的取值
        {deviating === 0 ? null : <span className="chip chip-plain">与上位不同 {deviating} 项</span>}
      </h2>
      {values.length === 0 ? (
        <p className="second">本机关没有自定取值，各项照规则包。</p>
      ) : (
        <ul className="binding-turns">
          {values.map((one) => (
            <li key={one.id}>
              <p className="own-value">
                {one.label}：{one.value}
                <span className={`chip ${one.standing === 'present' ? 'chip-good' : 'chip-plain'}`}>
                  {standings[one.standing]}
                </span>
                {one.deviates ? <Difference confirmed={one.confirmed !== undefined} /> : null}
              </p>
              <p className="small second">
                自 {fullDayText(one.from)} 起；上位规定：{one.base}。{one.approved} 批准。理由：{one.reason}
                {one.confirmed === undefined ? '' : `　上级机关确认：${one.confirmed}。`}
                {one.cites.length === 0 ? '' : `　依据：${one.cites.join('、')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Unlike the rest of the system with its leave, or stricter, which needs nobody's. */
function Difference({ confirmed }: { readonly confirmed: boolean }): ReactNode {
  return confirmed ? (
    <span className="chip chip-warn">偏离，已经确认</span>
  ) : (
    <span className="chip chip-plain">与上位不同</span>
  );
}
