import type { LawParameter, LawView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { LawTabs } from './law-tabs.tsx';

/** 参数: every number the rules count with, and who fixed it. */
export function ParamsPage(): ReactNode {
  useTitle('参数');
  const { value, failure, reload } = useLoaded<LawView>('/api/law');
  return (
    <>
      <div className="page-head">
        <h1>参数</h1>
        {value === undefined ? null : <span className="second">{countText(value.params)}</span>}
      </div>
      <LawTabs at="law-params" />
      {body()}
    </>
  );

  function body(): ReactNode {
    if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
    if (value === undefined) return <Loading what="参数" />;
    if (value.params.length === 0)
      return (
        <section className="empty">
          <h2>今天适用的规则包没有参数</h2>
          <p>规则里的日数、人数等可以调整的取值会列在这里，并写明出处。</p>
        </section>
      );
    return (
      <table className="cases law-params">
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col">取值</th>
            <th scope="col">出处</th>
            <th scope="col">保护</th>
            <th scope="col">用在</th>
          </tr>
        </thead>
        {[...new Set(value.params.map((param) => param.from))].map((pack) => (
          <tbody key={pack}>
            <tr className="law-group">
              <th colSpan={5} scope="rowgroup">
                {pack}
              </th>
            </tr>
            {value.params
              .filter((param) => param.from === pack)
              .map((param) => (
                <Row key={param.id} param={param} />
              ))}
          </tbody>
        ))}
      </table>
    );
  }
}

function Row({ param }: { readonly param: LawParameter }): ReactNode {
  return (
    <tr>
      <td data-label="参数" className="cases-title">
        <strong>{param.label}</strong>
      </td>
      <td data-label="取值">
        {param.value === undefined && param.optional === true ? (
          <div>
            <span className="chip chip-plain">没有另定</span>
            <div className="small">机关可以自定，没有的不按它问</div>
          </div>
        ) : param.value === undefined ? (
          <div>
            <span className={param.leftTo === undefined ? 'chip chip-danger' : 'chip'}>未定</span>
            <div className="small">
              {param.leftTo === undefined
                ? '启用规则包之前由机关确定'
                : `由${param.leftTo}规定；启用之前，用到它的办理都被拒绝`}
            </div>
          </div>
        ) : (
          <span>
            {param.value}
            {param.own === true ? (
              <a href={hrefOf({ page: 'law-own' })} className="chip chip-warn">
                机关自定
              </a>
            ) : null}
          </span>
        )}
      </td>
      <td data-label="出处">
        <div>
          {param.source === 'clause' || param.leftTo !== undefined ? null : (
            <span className="chip chip-warn">办法未定，机关自定</span>
          )}
          {param.clause === undefined ? null : (
            <div>
              <a href={hrefOf({ page: 'law-clause', id: param.clause.id })}>{param.clause.cite}</a>
            </div>
          )}
          {param.reason === undefined ? null : <div className="small second">{param.reason}</div>}
          {param.assumption === undefined ? null : (
            <div className="small">
              <span className="chip chip-danger">待补原文</span> {param.assumption}
            </div>
          )}
        </div>
      </td>
      <td data-label="保护">{param.protects}</td>
      <td data-label="用在">{param.usedIn.length === 0 ? '—' : param.usedIn.join('、')}</td>
    </tr>
  );
}

function countText(params: readonly LawParameter[]): string {
  const silent = params.filter((param) => param.source === 'silent' && param.leftTo === undefined).length;
  const unset = params.filter((param) => param.value === undefined && param.optional !== true).length;
  return `${params.length} 项，机关自定 ${silent} 项${unset === 0 ? '' : `，未定 ${unset} 项`}`;
}
