import type { BatchCase } from '@zhaozhang/api/contract';
import { Checkbox } from 'antd';
import { memo, type ReactNode } from 'react';
import { FieldView } from '../fields/field-view.tsx';
import type { Field } from '../fields/field.ts';
import { Refused } from '../parts/refusals.tsx';
import { caseIdOf, hrefOf } from '../route/route.ts';
import type { Place } from './merge.ts';
import { isFailing, type Item } from './plan.ts';
import { standingOf } from './standing-words.ts';

interface ItemLineProps {
  readonly item: Item;
  readonly found: BatchCase | undefined;
  /** Signed for: each case is looked at before it is ticked. */
  readonly restsOnSeen: boolean;
  readonly act: string;
  readonly ofFile: readonly Field[];
  readonly each: readonly Place[];
  readonly locked: boolean;
  readonly onTick: (id: string, ticked: boolean) => void;
  readonly onOwn: (id: string, path: string, value: string) => void;
}

const silent: ReadonlyMap<string, string> = new Map();

/** One case of a batch: whether it goes along, what is being done about it, and what came of it. */
export const ItemLine = memo(function ItemLine(props: ItemLineProps): ReactNode {
  const { item, found, restsOnSeen, act, ofFile, each, locked, onTick, onOwn } = props;
  const barred = found?.preview.status === 'refused' && item.standing === 'waiting';
  const open = item.standing !== 'done' && item.standing !== 'sent';
  const ticked = open && !barred && isTicked(item, found, restsOnSeen);
  const name = item.parties.length > 0 ? item.parties.join('、') : item.title;
  const standing = standingOf(item, found);
  const refusals = isFailing(item) || item.told !== undefined ? (item.told?.refusals ?? []) : [];
  const shown = barred && refusals.length === 0 ? (found?.preview.refusals ?? []) : refusals;
  return (
    <li className="batch-line">
      <Checkbox
        checked={ticked}
        disabled={locked || !open || barred}
        onChange={(event) => onTick(item.id, event.target.checked)}
      >
        <span className={restsOnSeen ? '' : 'unseen'}>{restsOnSeen ? '已阅' : '办理'}</span>
        <span className="unseen">{name}</span>
      </Checkbox>
      <div className="batch-line-body">
        <p className="batch-line-head">
          {item.stream === undefined ? (
            <span className="batch-line-title">{name}</span>
          ) : (
            <a
              data-item
              data-tick={item.id}
              className="batch-line-title"
              href={hrefOf({ page: 'case', id: caseIdOf(item.stream) })}
            >
              {name}
            </a>
          )}
          <span className={`chip ${standing.chip}`}>{standing.word}</span>
        </p>
        {item.parties.length > 0 ? (
          <p className="small second">
            {[item.number ?? found?.row.number, item.title].filter((text) => text !== undefined).join(' · ')}
          </p>
        ) : null}
        {restsOnSeen
          ? (found?.gist ?? []).map((line) => (
              <p key={line} className="batch-gist">
                {line}
              </p>
            ))
          : null}
        {found === undefined || item.standing === 'done' ? null : <Chosen {...{ found, ofFile }} />}
        {!open || barred
          ? null
          : each.map(({ path, field }) => (
              <FieldView
                key={path}
                field={field}
                path={`${path}.${item.id}`}
                value={item.own?.[path] ?? ''}
                messages={silent}
                onChange={(to) => onOwn(item.id, path, typeof to === 'string' ? to : '')}
              />
            ))}
        {shown.length > 0 ? (
          <ul className="refusals">
            {shown.map((refusal) => (
              <li key={`${refusal.code} ${refusal.sentence}`}>
                <Refused
                  refusal={refusal}
                  id={item.stream === undefined ? undefined : caseIdOf(item.stream)}
                />
              </li>
            ))}
          </ul>
        ) : isFailing(item) ? (
          <p>{item.told?.title}</p>
        ) : null}
        {isFailing(item) && item.stream !== undefined ? (
          <p>
            <a href={hrefOf({ page: 'case', id: caseIdOf(item.stream), act })}>在本案单独办理</a>
          </p>
        ) : null}
      </div>
    </li>
  );
});

/** Does the case go along? What is to be signed for only once this very version of it has been looked at. */
export function isTicked(item: Item, found: BatchCase | undefined, restsOnSeen: boolean): boolean {
  if (item.skipped === true) return false;
  return !restsOnSeen || (found !== undefined && item.seen === found.version);
}

/** What the file itself gives: which document, to whom, on which evidence. */
function Chosen({
  found,
  ofFile,
}: {
  readonly found: BatchCase;
  readonly ofFile: readonly Field[];
}): ReactNode {
  const parts = ofFile.flatMap((field) => {
    const choices = found.own[field.name] ?? [];
    const known = found.prefill.input[field.name];
    const chosen =
      known === undefined
        ? field.optional
          ? []
          : field.kind === 'refs'
            ? choices
            : choices.slice(-1)
        : choices.filter(({ value }) => (Array.isArray(known) ? known.includes(value) : known === value));
    return chosen.length === 0 ? [] : [`${field.label}：${chosen.map(({ label }) => label).join('、')}`];
  });
  return parts.length === 0 ? null : <p className="small second">{parts.join(' · ')}</p>;
}
