import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { idOfField } from '../fields/field-view.tsx';
import { wordsOf } from '../parts/failed.tsx';
import { Refused } from '../parts/refusals.tsx';
import { Admission } from './admission.tsx';
import { type Admits, isAdmitted, sentAdmits } from './admits.ts';
import { Changed } from './changed.tsx';
import type { Place } from './known-paths.ts';
import { nearestPath } from './messages.ts';
import type { Verdict } from './use-submission.ts';

interface SummaryProps {
  readonly verdict: Verdict;
  readonly places: readonly Place[];
  readonly caseId: string | undefined;
  readonly what: string;
  readonly admits: Admits;
  readonly onAdmits: (admits: Admits) => void;
  readonly onSeen: () => void;
  readonly onRetry: () => void;
}

/** Everything that stands against the act, before the form: each with its field or its remedy. Takes the focus. */
export function Summary({
  verdict,
  places,
  caseId,
  what,
  admits,
  onAdmits,
  onSeen,
  onRetry,
}: SummaryProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  const { round } = verdict;
  useEffect(() => {
    if (round === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [round]);

  const basis = verdict.refusals.find((one) => one.code === 'BASIS_CHANGED');
  const others = verdict.refusals.filter((one) => one.code !== 'BASIS_CHANGED');
  const sent = sentAdmits(admits);
  const count = others.filter((one) => !isAdmitted(one, sent)).length + verdict.faults.length;
  const clear = count === 0 && basis === undefined && verdict.failure === undefined;
  if (clear && others.length === 0 && verdict.possible === undefined) return null;
  return (
    <section ref={box} className="summary" tabIndex={-1} aria-label="检查结果">
      {verdict.offline === true ? <p className="notice notice-warn">已离线，按本机规则检查</p> : null}
      {verdict.failure === undefined ? null : <NotSent verdict={verdict} onRetry={onRetry} />}
      {basis === undefined ? null : <Changed refusal={basis} onSeen={onSeen} />}
      {others.length + verdict.faults.length === 0 ? null : (
        <div className={count === 0 ? 'notice notice-warn' : 'notice notice-danger'}>
          <h2>{count === 0 ? '以下瑕疵将如实记录' : `暂不能${what}：${count} 项`}</h2>
          <ul className="refusals">
            {verdict.faults.map((fault) => (
              <li key={fault.path}>{linkTo(fault.path, fault.says) ?? fault.says}</li>
            ))}
            {others.map((refusal, index) => (
              <li key={`${refusal.code} ${refusal.field ?? ''} ${refusal.sentence}`}>
                {refusal.field === undefined ? null : <>{linkTo(refusal.field)} </>}
                <Refused refusal={refusal} id={caseId} />
                {refusal.admissible && others.findIndex((one) => one.code === refusal.code) === index ? (
                  <Admission refusal={refusal} admits={admits} onAdmits={onAdmits} />
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {clear && verdict.possible !== undefined ? <Possible verdict={verdict} caseId={caseId} /> : null}
    </section>
  );

  /** The field's name as a link; where a message says it already, the message itself. */
  function linkTo(field: string, says?: string): ReactNode {
    const path = nearestPath(
      field,
      places.map((place) => place.path),
    );
    const place = places.find((one) => one.path === path);
    if (place === undefined) return null;
    return (
      <button type="button" className="link" onClick={() => focusField(place.path)}>
        {says === undefined ? place.label : place.label.includes(' · ') ? `${place.label}：${says}` : says}
      </button>
    );
  }
}

function NotSent({
  verdict,
  onRetry,
}: {
  readonly verdict: Verdict;
  readonly onRetry: () => void;
}): ReactNode {
  if (verdict.failure === undefined) return null;
  const { title, detail } = wordsOf(verdict.failure);
  return (
    <div className="notice notice-danger" role="alert">
      <h2>没有提交成功：{title}</h2>
      <p>{detail} 已填写的内容没有丢失，再次提交不会重复记录。</p>
      <Button onClick={onRetry}>再次提交</Button>
    </div>
  );
}

function Possible({
  verdict,
  caseId,
}: {
  readonly verdict: Verdict;
  readonly caseId: string | undefined;
}): ReactNode {
  return (
    <div className="notice notice-good" role="status">
      <p>
        <strong>检查通过</strong>{' '}
        {verdict.possible === 'here' ? '按本机规则没有障碍，联网后可以提交。' : '可以提交。'}
      </p>
      {verdict.advice.length === 0 ? null : (
        <ul className="refusals">
          {verdict.advice.map((one) => (
            <li key={`${one.code} ${one.sentence}`}>
              提示：
              <Refused refusal={one} id={caseId} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function focusField(path: string): void {
  const field = document.getElementById(idOfField(path));
  const inner =
    field instanceof HTMLFieldSetElement ? field.querySelector<HTMLElement>('input, textarea') : null;
  const target = inner ?? field;
  target?.focus({ preventScroll: true });
  (field ?? target)?.scrollIntoView({ block: 'center' });
}
