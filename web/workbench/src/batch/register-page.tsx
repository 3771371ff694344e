import type { FormView } from '@zhaozhang/api/contract';
import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { FormValues } from '../drafts/draft.ts';
import { fieldsOf } from '../acts/form-fields.ts';
import { useSubmitKey } from '../acts/use-submit-key.ts';
import { openValues } from '../drafts/without-secrets.ts';
import { typedMoment } from '../fields/moment.ts';
import type { Field } from '../fields/field.ts';
import { Bar } from '../frame/bar.tsx';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { useSession } from '../session/session.ts';
import { builder } from './builder.ts';
import { CommonFields } from './common-fields.tsx';
import { commonMessages } from './common-messages.ts';
import { Faults, focusOn } from './faults.tsx';
import { commonForm } from './merge.ts';
import { Outcome } from './outcome.tsx';
import { isFailing, type Item, type Plan, type Sent, withItem } from './plan.ts';
import { planStore } from './plan-store.ts';
import { registerAct } from './register-act.ts';
import { faultsOfRows, leadOf, type Roll, tidied } from './roll.ts';
import { RollEntry } from './roll-entry.tsx';
import { RollRow } from './roll-rows.tsx';
import { type PlanAtHand, usePlan } from './use-plan.ts';
import { useRun } from './use-run.ts';

const title = '批量登记';

/** 批量登记: a table of organisations, each line a lead of its own. The plan is made first, so that nothing is typed nowhere. */
export function RegisterManyPage({ id }: { readonly id?: string | undefined }): ReactNode {
  const { me, drafts } = useSession();
  useTitle(title);
  useEffect(() => {
    if (id !== undefined) return;
    const plan: Plan = {
      ...{ id: ulid(), account: me.account, act: registerAct, label: '登记案源' },
      ...{ each: [], overridden: [], items: [] },
    };
    planStore(drafts)
      .save(plan)
      .then(() => go({ page: 'register-many', id: plan.id }, 'replace'));
  }, [id, me.account, drafts]);
  return (
    <div className="batch">
      <div className="page-head">
        <h1>{title}</h1>
        <a href={hrefOf({ page: 'cases' })}>回到案件</a>
      </div>
      {id === undefined ? <Loading what="表单" rows={6} /> : <Begun id={id} />}
    </div>
  );
}

function Begun({ id }: { readonly id: string }): ReactNode {
  const at = usePlan(id);
  const { value: form, failure, reload } = useLoaded<FormView>(`/api/forms/${registerAct}`);
  if (failure !== undefined && form === undefined) return <Failed failure={failure} retry={reload} />;
  if (form === undefined || at.plan === undefined) return <Loading what="表单" rows={6} />;
  if (at.plan === 'missing')
    return (
      <section className="empty">
        <h2>没有这一批</h2>
        <p>这一批已经办完，或者是在另一台电脑、另一个浏览器里开始的。</p>
        <a href={hrefOf({ page: 'register-many' })}>另起一批</a>
      </section>
    );
  return <Roster {...{ at, plan: at.plan, form }} />;
}

/** Which kind the lines are of that do not say so; kept with what is common. */
const kindPath = 'lead.party-kind';

function Roster({
  at,
  plan,
  form,
}: {
  readonly at: PlanAtHand;
  readonly plan: Plan;
  readonly form: FormView;
}): ReactNode {
  const { change } = at;
  const fields = useMemo(() => fieldsOf(form), [form]);
  // A register lists organisations; a natural person is told of in a lead of their own.
  const kinds = useMemo(
    () =>
      (fields.record.find(({ name }) => name === kindPath)?.options ?? []).filter(
        ({ value }) => value !== 'person',
      ),
    [fields],
  );
  const common = useMemo(() => {
    // What the table says is not asked for again; but for the kind, which is mostly the same for all.
    const kept = {
      input: fields.input.map(aboutAll),
      record: fields.record
        .filter(({ name }) => !name.startsWith('lead.party-') || name === kindPath)
        .map((field) =>
          field.name === kindPath ? { ...field, label: '名册没有写明类型的，都是', options: kinds } : field,
        ),
    };
    return commonForm(kept, [{ prefill: form.prefill }], { each: [], overridden: [] });
  }, [fields, form, kinds]);
  const [typed, setTyped] = useState<FormValues>();
  const values = useMemo<FormValues>(() => {
    const start = {
      ...common.start,
      ...(form.asksMoment ? { occurredAt: typedMoment(form.now) } : {}),
    };
    return typed ?? { ...start, ...plan.values };
  }, [common, form, plan.values, typed]);
  const [asked, setAsked] = useState(0);

  const open = plan.items.filter(({ standing }) => standing !== 'done' && standing !== 'sent');
  const faultsByItem = useMemo(() => {
    const rows = plan.items.map((item) => item.own ?? {});
    const faults = faultsOfRows(rows, kinds);
    return new Map(plan.items.map((item, index) => [item.id, faults[index] ?? none]));
  }, [plan.items, kinds]);
  const faulty = open.filter(({ id }) => (faultsByItem.get(id)?.size ?? 0) > 0);
  const going = open.filter((item) => !faulty.includes(item) && !isFailing(item));

  const build = builder({ plan, form, fields, common, values, byStream: new Map() });
  const kind = typeof values.record[kindPath] === 'string' ? values.record[kindPath] : '';
  function sentOf(item: Item): Sent {
    const sent = build.item(item);
    const summary = typeof values.input['summary'] === 'string' ? values.input['summary'].trim() : '';
    const lead = leadOf(item.own ?? {}, { summary, kind });
    return {
      ...sent,
      act: {
        ...sent.act,
        input: { ...sent.act.input, summary: lead.summary },
        record: { ...sent.act.record, ...lead.record },
      },
    };
  }
  const run = useRun(at, sentOf, fields);
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const locked = run.busy !== undefined;
  const unknown = plan.items.some(({ standing }) => standing === 'sent');

  const kindMissing =
    kind === '' && going.some((item) => (item.own?.[kindPath] ?? '') === '')
      ? [{ path: `record.${kindPath}`, says: '名册有几行没有写明类型，请在这里选择' }]
      : [];
  const faults = asked > 0 ? [...build.faults, ...kindMissing] : [];
  const messages = commonMessages(plan.items, faults, common);

  const take = useCallback(
    (roll: Roll) =>
      change((before) => ({
        ...before,
        items: [
          ...before.items,
          ...roll.rows.map((own) => ({
            ...{ id: ulid(), title: String(own['lead.party-name'] ?? ''), parties: [] },
            ...{ standing: 'waiting' as const, own },
          })),
        ],
      })),
    [change],
  );
  const cell = useCallback(
    (id: string, path: string, text: string) =>
      change((before) =>
        withItem(before, id, ({ told: _told, ...item }) => ({
          ...item,
          standing: 'waiting',
          // A name is left as it is typed: cut at its end, no space could be typed into it.
          own: { ...item.own, [path]: path.endsWith('-code') ? tidied(path, text, kinds) : text },
        })),
      ),
    [change, kinds],
  );
  const drop = useCallback(
    (id: string) => change((before) => ({ ...before, items: before.items.filter((item) => item.id !== id) })),
    [change],
  );

  function start(what: 'check' | 'send'): void {
    setAsked((before) => before + 1);
    if (build.faults.length + kindMissing.length > 0 || going.length === 0) return;
    run[what](going.map(({ id }) => id));
  }
  useSubmitKey(whole, () => start('send'));

  return (
    <div ref={whole} className="batch-parts">
      {at.unkept ? (
        <p className="notice notice-warn">本机不能保存这一批的进度：办完之前请不要关闭或者刷新本页。</p>
      ) : null}
      <Outcome
        {...{ plan, run }}
        onRetry={() => run.send(plan.items.filter(isFailing).map(({ id }) => id))}
        onResume={() => run.send(going.map(({ id }) => id))}
        onFinish={() => at.finish().then(() => go({ page: 'cases' }))}
      />
      {plan.items.length > 0 && open.length === 0 ? null : (
        <RollEntry
          {...{ kinds, locked }}
          onRead={(roll) => {
            if (plan.items.length + roll.rows.length > most) return `一批不超过 ${most} 行，请分几批登记。`;
            take(roll);
            return undefined;
          }}
        />
      )}
      {plan.items.length === 0 ? null : (
        <>
          <section className="panel" aria-labelledby="roll-rows">
            <h2 id="roll-rows">各行</h2>
            <p role="status">
              共 {plan.items.length} 行
              {open.length === 0
                ? '。'
                : faulty.length === 0
                  ? '，都可以登记。'
                  : `，${faulty.length} 行要改；没有改好的不登记，不影响其余各行。`}
            </p>
            {faulty.length === 0 ? null : (
              <Button
                onClick={() => {
                  const [first] = faulty;
                  const line = plan.items.findIndex((item) => item === first) + 1;
                  const [path] = faultsByItem.get(first?.id ?? '')?.keys() ?? [];
                  if (path !== undefined) focusOn(`roll.${line}.${path}`);
                }}
              >
                到第一处要改的
              </Button>
            )}
            <ul ref={list} className="batch-lines">
              {plan.items.map((item, index) => (
                <RollRow
                  key={item.id}
                  {...{ item, kinds, locked }}
                  line={index + 1}
                  faults={
                    item.standing === 'done' || item.standing === 'sent'
                      ? none
                      : (faultsByItem.get(item.id) ?? none)
                  }
                  onCell={cell}
                  onDrop={drop}
                />
              ))}
            </ul>
          </section>
          {open.length === 0 ? null : (
            <>
              <Faults faults={faults} round={asked} none={false} />
              <section className="panel" aria-labelledby="roll-common">
                <h2 id="roll-common">各行相同的内容</h2>
                <fieldset className="batch-common" disabled={locked}>
                  <legend className="unseen">各行相同的内容</legend>
                  <CommonFields
                    {...{ form: common, values, messages, asksMoment: form.asksMoment }}
                    onChange={(next) => {
                      setTyped(next);
                      change((before) => ({
                        ...before,
                        values: openValues(fields, next),
                      }));
                    }}
                  />
                </fieldset>
              </section>
            </>
          )}
        </>
      )}
      {open.length === 0 ? null : (
        <Bar>
          <div className="actions">
            <Button
              type="primary"
              loading={run.busy === 'send'}
              disabled={run.busy === 'check' || unknown || going.length === 0}
              onClick={() => start('send')}
            >
              登记 {going.length} 件
            </Button>
            <Button
              loading={run.busy === 'check'}
              disabled={run.busy === 'send' || unknown || going.length === 0}
              onClick={() => start('check')}
            >
              逐行检查
            </Button>
            <span className="actions-key small second">Ctrl + Enter 登记</span>
          </div>
        </Bar>
      )}
    </div>
  );
}

/** As many lines as somebody can still look over. */
const most = 2000;
const none: ReadonlyMap<string, string> = new Map();

/** The summary is written once, and each line's begins with its name. */
function aboutAll(field: Field): Field {
  return field.name === 'summary' ? { ...field, label: '事由', hint: '每件的前面自动写上名称' } : field;
}
