import type { CaseView } from '@zhaozhang/api/contract';
import type { ReactNode } from 'react';

type Stage = CaseView['path'][number];
type State = Stage['state'];
const words: Readonly<Record<State, string>> = { done: '已完成', now: '进行中', ahead: '未开始' };
const stepWords: Readonly<Record<Stage['steps'][number]['state'], string>> = {
  done: '已办',
  now: '现在可办',
  passed: '没有办理',
  ahead: '未到',
};

/** The five stages in one line. */
export function PathBar({ view }: { readonly view: CaseView }): ReactNode {
  return (
    <ol className="path-bar" aria-label="办案阶段">
      {view.path.map((stage) => (
        <li
          key={stage.stage}
          className={`path-${stage.state}`}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <span>{stage.label}</span>
          <span className="small">{words[stage.state]}</span>
        </li>
      ))}
    </ol>
  );
}

/** The stages with their steps. */
export function PathList({ view }: { readonly view: CaseView }): ReactNode {
  return (
    <section className="path-list" aria-labelledby="path-title">
      <h2 id="path-title">经过的步骤</h2>
      <ol>
        {view.path.map((stage) => (
          <li key={stage.stage} className={`path-${stage.state}`}>
            <p className="path-stage">
              {stage.label} <span className="small second">{words[stage.state]}</span>
            </p>
            {stage.steps.length === 0 ? null : (
              <ul>
                {stage.steps.map((step) => (
                  <li key={step.label} className={`step-${step.state}`}>
                    <span>{step.label}</span> <span className="small second">{stepWords[step.state]}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
