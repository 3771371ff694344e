import { fullDayText } from '@zhaozhang/kit';
import type { PortalFrame, PublicDecision } from '@zhaozhang/api/contract/public';
import type { ReactNode } from 'react';
import { renderSheet } from '../frame/document.tsx';
import { Field } from '../parts/field.tsx';
import { Paragraphs } from '../parts/paragraphs.tsx';
import { Course } from './course.tsx';
import { PartiesTable } from './parties-table.tsx';
import { partyRows } from './party-rows.ts';
import { Proof } from './proof.tsx';
import { Remedies } from './remedies.tsx';
import { renderWithdrawn } from './render-withdrawn.tsx';
import { summary } from './summary.ts';

/** The page of one decision: what was decided, how, what can be done about it, and the proof. */
export function renderDecision(frame: PortalFrame, decision: PublicDecision): string {
  if (decision.withdrawn !== undefined) return renderWithdrawn(frame, decision.withdrawn);
  const heading = decision.cause === '' ? decision.outcome : decision.cause;
  return renderSheet(frame, {
    title: `${heading} ${decision.documentNumber}`,
    description: summary(decision),
    door: 'decisions',
    children: (
      <article>
        <p className="number">{decision.documentNumber}</p>
        <h1>{heading}</h1>
        <p className="summary">{summary(decision)}</p>
        <Contents />
        <h2 id="what">决定内容</h2>
        <PartiesTable rows={partyRows(decision)} />
        <Fields decision={decision} />
        <h2 id="how">决定和公示的经过</h2>
        <Course decision={decision} />
        <h2 id="remedy">不服决定怎么办</h2>
        <Remedies decision={decision} />
        <h2 id="wrong">认为公示内容有误</h2>
        <p>
          可以向{decision.successor?.name ?? decision.agency}
          书面提出，或者到该机关的办公地点当面提出。提出时请写明决定书文号
          {decision.documentNumber}，以及认为有误的内容和理由。
        </p>
        <h2 id="proof">存证</h2>
        <Proof id={decision.id} proof={decision.proof} />
      </article>
    ),
  });
}

/** How the parts of a page are called: an inspection finds something out, it decides on nobody's offence. */
function wordsOf({
  kind,
}: PublicDecision): Readonly<Record<'number' | 'cause' | 'outcome' | 'facts' | 'performance', string>> {
  return kind === 'inspection'
    ? {
        number: '告知书文号',
        cause: '检查事项',
        outcome: '检查结果',
        facts: '检查的情况',
        performance: '改正的要求和期限',
      }
    : {
        number: '决定书文号',
        cause: '案由',
        outcome: '决定结果',
        facts: '违法事实',
        performance: '履行方式和期限',
      };
}

/** With forty parties the remedies lie many screens down an old phone: they are one touch away. */
function Contents(): ReactNode {
  return (
    <nav className="contents" aria-label="本页内容">
      <ul>
        {[
          ['what', '决定内容'],
          ['how', '经过'],
          ['remedy', '不服怎么办'],
          ['wrong', '内容有误'],
          ['proof', '存证'],
        ].map(([place, label]) => (
          <li key={place}>
            <a href={`#${place}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The rest of what a decision has to say (处罚法第五十九条). What the decision does not say has no line. */
function Fields({ decision }: { readonly decision: PublicDecision }): ReactNode {
  const words = wordsOf(decision);
  const texts: readonly (readonly [string, string])[] = [
    ['作出机关', decision.agency],
    ['职权承继', successorText(decision)],
    ['联合执法', jointText(decision)],
    [words.number, decision.documentNumber],
    [words.cause, decision.cause],
    [words.outcome, decision.outcome],
    [words.facts, decision.facts],
    ['依据', decision.basis],
    [words.performance, decision.performance],
  ];
  return (
    <dl className="fields">
      {texts
        .filter(([, text]) => text.trim() !== '')
        .map(([label, text]) => (
          <Field key={label} label={label}>
            <Paragraphs text={text} />
          </Field>
        ))}
    </dl>
  );
}

/** Whom a citizen turns to now, where the agency that decided has been joined to another. */
function successorText({ successor, agency }: PublicDecision): string {
  return successor === undefined
    ? ''
    : `${agency}的这项职权已经由${successor.name}承继，本案自 ${fullDayText(successor.day)}起由其接着办理，履行和查询向其提出。`;
}

/** Who went along, and that each decides in its own name: nobody takes the decision for theirs. */
function jointText({ joint = [], agency }: PublicDecision): string {
  return joint.length === 0
    ? ''
    : `与${joint.join('、')}联合执法。本决定由${agency}在自己的职权内作出，其他机关的决定由各机关自行公示。`;
}
