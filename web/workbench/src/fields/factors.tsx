import type { FactorEdition } from '@zhaozhang/api/contract';
import { optionsOfFactor, type Weighed, weigh } from '@zhaozhang/core/discretion';
import { yuanText } from '@zhaozhang/kit';
import { type ReactNode, useEffect } from 'react';
import type { Field } from './field.ts';
import { FieldView, idOfField } from './field-view.tsx';
import { fenOf } from './money.ts';
import { withValue } from './rows.tsx';
import type { Typed, TypedMap } from './typed.ts';

interface FactorsFieldProps {
  readonly field: Field;
  readonly path: string;
  readonly value: Typed | undefined;
  readonly messages: ReadonlyMap<string, string>;
  /** The benchmark chosen above; none while nobody has chosen. */
  readonly edition: FactorEdition | undefined;
  readonly onChange: (value: Typed | undefined) => void;
}

type Factor = FactorEdition['factors'][number];

/**
 * The factors of the benchmark chosen, each with its answer and what proves it, and below them the level that follows: the
 * function that decides says it here as well, with every answer.
 */
export function FactorsField({
  field,
  path,
  value,
  messages,
  edition,
  onChange,
}: FactorsFieldProps): ReactNode {
  const rows = Array.isArray(value) ? (value as readonly TypedMap[]) : [];
  const factors = edition?.factors ?? [];
  const answers = factors.map(
    ({ label }): TypedMap => rows.find((row) => row['factor'] === label) ?? unanswered(field, label),
  );
  const astray =
    edition !== undefined &&
    (rows.length !== answers.length || answers.some((row, at) => row['factor'] !== rows[at]?.['factor']));
  // Another benchmark asks other things: what both ask stays answered.
  useEffect(() => {
    if (astray) onChange(answers);
  });
  const message = messages.get(path);
  const change = (at: number, name: string, to: Typed | undefined): void =>
    onChange(answers.map((row, index) => (index === at ? withValue(row, name, to) : row)));

  return (
    <fieldset
      id={idOfField(path)}
      className={message === undefined ? 'field' : 'field field-wrong'}
      tabIndex={-1}
    >
      <legend>{field.label}</legend>
      {message === undefined ? null : <p className="field-error">{message}</p>}
      <div className="field-control rows">
        {edition === undefined ? (
          <p className="second">先选择裁量基准，再逐项认定它列明的因素。</p>
        ) : (
          <>
            {factors.map((factor, at) => (
              <fieldset key={factor.label} className="row" aria-label={factor.label}>
                <div className="row-head">
                  <span className="row-name">{factor.label}</span>
                </div>
                {[answerField(field, factor), partOf(field, 'evidence')].map((part) =>
                  part === undefined ? null : (
                    <FieldView
                      key={part.name}
                      field={part}
                      path={`${path}.${at}.${part.name}`}
                      value={answers[at]?.[part.name]}
                      messages={messages}
                      onChange={(to) => change(at, part.name, to)}
                    />
                  ),
                )}
              </fieldset>
            ))}
            <LevelFound edition={edition} answers={answers} />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** With one piece in the file there is nothing to choose: the answer rests on it until somebody says otherwise. */
function unanswered(field: Field, factor: string): TypedMap {
  const [only, another] = partOf(field, 'evidence')?.options ?? [];
  return only === undefined || another !== undefined ? { factor } : { factor, evidence: [only.value] };
}

function partOf(field: Field, name: string): Field | undefined {
  return field.parts.find((part) => part.name === name);
}

/** How a factor is answered: one of its options, or the sum or number that falls into one of its bands. */
function answerField(field: Field, factor: Factor): Field | undefined {
  const bands = {
    hint: optionsOfFactor(factor)
      .map(({ label }) => label)
      .join('、'),
    optional: false,
  };
  if (factor.kind === 'amount' || factor.kind === 'count') {
    const part = partOf(field, factor.kind);
    return part === undefined ? undefined : { ...part, ...bands };
  }
  const part = partOf(field, 'option');
  const options = optionsOfFactor(factor).map(({ label }) => ({ value: label, label }));
  return part === undefined ? undefined : { ...part, kind: 'code', optional: false, options };
}

interface LevelFoundProps {
  readonly edition: FactorEdition;
  readonly answers: readonly TypedMap[];
}

/** Which level the answers lead to, and why; or what is still to be answered. */
function LevelFound({ edition, answers }: LevelFoundProps): ReactNode {
  const found = weigh(edition, answers.map(answerOf));
  const [level] = found.levels;
  return (
    <div className="factor-level" role="status">
      {level === undefined ? (
        <p>还没有认定：{found.unanswered.join('、')}。各项认定之后显示所属的档次。</p>
      ) : (
        <>
          <p>
            所属档次：<strong>{level.label}</strong>，罚款{yuanText(level.from)}至{yuanText(level.upTo)}
          </p>
          <p className="small second">{whyOf(found)}</p>
        </>
      )}
    </div>
  );
}

function whyOf({ placed, points }: Weighed): string {
  const each = placed.map((one) => {
    const scored = points === undefined ? '' : `（${one.points ?? 0} 分）`;
    return `${one.factor}：${one.option}${scored}`;
  });
  return `${each.join('；')}${points === undefined ? '' : `；合计 ${points} 分`}。`;
}

function answerOf(row: TypedMap) {
  const { factor, option, amount, count } = row;
  const typed = typeof count === 'string' ? count.trim() : '';
  return {
    factor: String(factor),
    option: typeof option === 'string' ? option : undefined,
    amount: typeof amount === 'string' ? fenOf(amount) : undefined,
    count: /^\d{1,9}$/.test(typed) ? Number(typed) : undefined,
  };
}
