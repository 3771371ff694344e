import type { InspectionsView } from '@zhaozhang/api/contract';
import { dayText, fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

type Item = InspectionsView['items'][number];

const standings: Readonly<Record<Item['standing'], { readonly label: string; readonly chip: string }>> = {
  published: { label: '已公布', chip: 'chip chip-good' },
  waiting: { label: '尚未公布', chip: 'chip chip-warn' },
  over: { label: '已经失效', chip: 'chip chip-plain' },
};

/** What may be inspected. What is not published may not be, so that stands first of each. */
export function Items({ view }: { readonly view: InspectionsView }): ReactNode {
  return (
    <section className="own-past" aria-labelledby="items-title">
      <h2 id="items-title">
        检查事项 <span className="second">{view.items.length}</span>
      </h2>
      {view.items.length === 0 ? (
        <p className="second">还没有登记检查事项。事项公布之前，不能进场检查。</p>
      ) : (
        <ul>
          {view.items.map((item) => (
            <li key={item.id}>
              <p className="own-what">
                {item.name}{' '}
                <span className={standings[item.standing].chip}>{standings[item.standing].label}</span>
              </p>
              <p>{item.content}</p>
              <p className="small second">
                {item.objects} · {item.way} · {item.basis}（{item.rank}）
              </p>
              <p className="small second">
                {item.publishedOn === undefined
                  ? '没有公布'
                  : `${fullDayText(item.publishedOn)} 公布于${item.publishedIn ?? ''}`}
                {item.until === undefined ? '' : ` · 有效期到 ${dayText(item.until)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
