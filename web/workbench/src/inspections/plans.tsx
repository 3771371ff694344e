import type { InspectionsView } from '@zhaozhang/api/contract';
import { dayText, fullDayText } from '@zhaozhang/kit';
import type { ReactNode } from 'react';

/** The yearly plans, the latest first: whom, how often, when, and how often one enterprise may be visited at all. */
export function Plans({ view }: { readonly view: InspectionsView }): ReactNode {
  return (
    <section className="own-past" aria-labelledby="plans-title">
      <h2 id="plans-title">
        年度检查计划 <span className="second">{view.plans.length}</span>
      </h2>
      {view.plans.length === 0 ? (
        <p className="second">还没有年度检查计划。先登记检查事项，再制定计划；抽查的名单照计划封存。</p>
      ) : (
        view.plans.map((plan) => (
          <div key={plan.id} className="inspection-plan">
            <p className="own-what">
              {plan.title}{' '}
              <span className={plan.publishedOn === undefined ? 'chip chip-warn' : 'chip chip-good'}>
                {plan.publishedOn === undefined ? '尚未公开' : '已公开'}
              </span>
            </p>
            <p className="small second">
              {plan.yearlyCap === undefined
                ? '没有写明同一企业的年度次数上限'
                : `同一企业一年最多检查 ${plan.yearlyCap} 次`}
              {plan.publishedOn === undefined
                ? ''
                : ` · ${fullDayText(plan.publishedOn)} 公布于${plan.publishedIn ?? ''}`}
            </p>
            <table className="cases inspection-table">
              <caption className="unseen">{plan.title}的各项检查</caption>
              <thead>
                <tr>
                  <th scope="col">检查事项</th>
                  <th scope="col">对象</th>
                  <th scope="col">比例和次数</th>
                  <th scope="col">起止</th>
                  <th scope="col">抽取</th>
                </tr>
              </thead>
              <tbody>
                {plan.lines.map((line) => (
                  <tr key={line.id}>
                    <td data-label="检查事项">
                      <span>
                        {line.item}
                        {line.joint === undefined ? null : (
                          <span className="small second inspection-below">与{line.joint}联合</span>
                        )}
                      </span>
                    </td>
                    <td data-label="对象">{line.objects}</td>
                    <td data-label="比例和次数">
                      {line.share === undefined ? '' : `抽百分之 ${line.share}，`}一年 {line.times} 次
                    </td>
                    <td data-label="起止" className="nowrap">
                      {dayText(line.from)} 至 {dayText(line.until)}
                    </td>
                    <td data-label="抽取" className="nowrap">
                      {line.draws === 0 ? '还没有' : `${line.draws} 次`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))
      )}
    </section>
  );
}
