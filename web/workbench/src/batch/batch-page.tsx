import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FormValues } from '../drafts/draft.ts';
import { fieldsOf } from '../acts/form-fields.ts';
import { useSubmitKey } from '../acts/use-submit-key.ts';
import { openValues } from '../drafts/without-secrets.ts';
import { typedMoment } from '../fields/moment.ts';
import { Bar } from '../frame/bar.tsx';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { useListKeys } from '../parts/use-list-keys.ts';
import { useTitle } from '../parts/use-title.ts';
import { hrefOf } from '../route/route.ts';
import { go } from '../route/use-route.ts';
import { useTickKey } from './use-tick-key.ts';
import { builder } from './builder.ts';
import { InWhoseName } from '../acts/in-whose-name.tsx';
import { CommonFields } from './common-fields.tsx';
import { commonMessages } from './common-messages.ts';
import { Faults } from './faults.tsx';
import { isTicked } from './item-line.tsx';
import { ItemList } from './item-list.tsx';
import { commonForm } from './merge.ts';
import { Outcome } from './outcome.tsx';
import { isFailing, isOpen, type Item, type Plan, withItem } from './plan.ts';
import { type CasesAtHand, useCases } from './use-cases.ts';
import { type PlanAtHand, usePlan } from './use-plan.ts';
import { useRun } from './use-run.ts';

/** 批量办理: one act on the cases that were selected, each through its own gates. */
export function BatchPage({ id }: { readonly id: string }): ReactNode {
  const at = usePlan(id);
  const { plan } = at;
  const held = typeof plan === 'object' ? plan : undefined;
  useTitle(held === undefined ? '批量办理' : `批量${held.label}`);
  const streams = (held?.items ?? []).flatMap((item) => item.stream ?? []);
  const cases = useCases(held?.act, streams);
  if (plan === 'missing')
    return (
      <section className="empty">
        <h1>没有这一批</h1>
        <p>这一批已经办完，或者是在另一台电脑、另一个浏览器里开始的。</p>
        <a href={hrefOf({ page: 'cases' })}>回到案件</a>
      </section>
    );
  if (held === undefined) return <Loading what="这一批案件" rows={8} />;
  return (
    <div className="batch">
      <div className="page-head">
        <h1>批量{held.label}</h1>
        <span className="second">共 {held.items.length} 件</span>
        <a href={hrefOf({ page: 'cases' })}>回到案件</a>
      </div>
      {at.unkept ? (
        <p className="notice notice-warn">本机不能保存这一批的进度：办完之前请不要关闭或者刷新本页。</p>
      ) : null}
      {cases.failure === undefined ? null : <Failed failure={cases.failure} retry={cases.reload} />}
      {cases.form === undefined ? (
        cases.loading ? (
          <Loading what="表单" rows={8} />
        ) : cases.failure === undefined ? (
          <p className="notice">所选案件都没有找到。</p>
        ) : null
      ) : (
        <Planned at={at} plan={held} cases={cases} />
      )}
    </div>
  );
}

interface PlannedProps {
  readonly at: PlanAtHand;
  readonly plan: Plan;
  readonly cases: CasesAtHand;
}

function Planned({ at, plan, cases }: PlannedProps): ReactNode {
  const { form } = cases;
  const { change } = at;
  if (form === undefined) throw new Error('表单尚未读入');
  const fields = useMemo(() => fieldsOf(form), [form]);
  // What differs is asked of the cases that can go through: one that is refused is known otherwise.
  const usable = useMemo(() => {
    const open = [...cases.byStream.values()].filter(({ preview }) => preview.status !== 'refused');
    return open.length > 0 ? open : [...cases.byStream.values()];
  }, [cases.byStream]);
  const common = useMemo(() => {
    const { each, overridden } = plan;
    const gone = plan.items.filter(({ standing }) => standing === 'done' || standing === 'sent');
    const before = gone.flatMap((item) => cases.byStream.get(item.stream ?? '') ?? []);
    return commonForm(fields, usable, { each, overridden, before });
  }, [fields, usable, plan, cases.byStream]);
  const [typed, setTyped] = useState<FormValues>();
  const values = useMemo<FormValues>(() => {
    const start = {
      ...common.start,
      ...(form.asksMoment ? { occurredAt: typedMoment(form.now) } : {}),
      ...(form.delegation === undefined ? {} : { delegation: form.delegation }),
    };
    return typed ?? (plan.values === undefined ? start : withStart(plan.values, start));
  }, [common, form, plan.values, typed]);
  const [asked, setAsked] = useState(0);
  const [noneGoing, setNoneGoing] = useState(false);
  const build = builder({ plan, form, fields, common, values, byStream: cases.byStream });
  const run = useRun(at, build.item, fields);
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);

  const faults = asked > 0 ? build.faults : [];
  const messages = commonMessages(plan.items, faults, common);
  const going = plan.items.filter(
    (item) =>
      isOpen(item) &&
      !isFailing(item) &&
      item.standing !== 'sent' &&
      goes(item) &&
      isTicked(item, cases.byStream.get(item.stream ?? ''), form.restsOnSeen),
  );
  const locked = run.busy !== undefined;

  function goes(item: Item): boolean {
    const found = cases.byStream.get(item.stream ?? '');
    return found !== undefined && found.preview.status !== 'refused';
  }

  function changeValues(next: FormValues): void {
    setTyped(next);
    change((before) => ({
      ...before,
      values: openValues(fields, next),
      // What was said of them was said of what was typed before.
      items: before.items.map(forgiven),
    }));
  }

  const tick = useCallback(
    (id: string, ticked: boolean) =>
      change((before) =>
        withItem(before, id, ({ seen: _seen, skipped: _skipped, ...item }) => {
          const version = cases.byStream.get(item.stream ?? '')?.version;
          const kept = item.standing === 'changed' ? { ...item, standing: 'waiting' as const } : item;
          if (!ticked) return { ...kept, skipped: true };
          return form.restsOnSeen && version !== undefined ? { ...kept, seen: version } : kept;
        }),
      ),
    [change, cases.byStream, form.restsOnSeen],
  );
  const own = useCallback(
    (id: string, path: string, value: string) =>
      change((before) =>
        withItem(before, id, (item) => ({ ...forgiven(item), own: { ...item.own, [path]: value } })),
      ),
    [change],
  );
  useTickKey(list, (id) => {
    const item = plan.items.find((one) => one.id === id);
    if (item === undefined || locked) return;
    tick(id, !isTicked(item, cases.byStream.get(item.stream ?? ''), form.restsOnSeen));
  });

  function start(what: 'check' | 'send'): void {
    setAsked((before) => before + 1);
    setNoneGoing(build.faults.length === 0 && going.length === 0);
    if (build.faults.length > 0 || going.length === 0) return;
    run[what](going.map(({ id }) => id));
  }
  useSubmitKey(whole, () => start('send'));

  // Tried again by what the files say now: the causes were mended in them meanwhile.
  const [again, setAgain] = useState<number>();
  useEffect(() => {
    if (again === undefined || cases.readings <= again) return;
    setAgain(undefined);
    // What has changed since it was looked at is signed for only after another look.
    const failing = plan.items.filter(
      (item) => isFailing(item) && item.skipped !== true && item.standing !== 'changed',
    );
    run.send(failing.map(({ id }) => id));
  }, [again, cases.readings, plan.items, run]);

  // What is left over from a crash is asked about first: until then nobody knows what is done.
  const unknown = plan.items.some(({ standing }) => standing === 'sent');
  return (
    <div ref={whole} className="batch-parts">
      <Outcome
        {...{ plan, run }}
        onRetry={() => {
          setAgain(cases.readings);
          cases.reload();
        }}
        onResume={() => run.send(going.map(({ id }) => id))}
        onFinish={() => at.finish().then(() => go({ page: 'cases' }))}
      />
      <Faults faults={faults} round={asked} none={noneGoing} />
      {plan.items.some(isOpen) ? (
        <section className="panel" aria-labelledby="batch-common">
          <h2 id="batch-common">各案相同的内容</h2>
          <fieldset className="batch-common" disabled={locked}>
            <legend className="unseen">各案相同的内容</legend>
            <InWhoseName
              {...{ form, messages }}
              value={values.delegation}
              onChange={(delegation) => changeValues({ ...values, delegation })}
            />
            <CommonFields
              {...{ form: common, values, messages, asksMoment: form.asksMoment }}
              onChange={changeValues}
              onEach={(path, each) =>
                change((before) => ({
                  ...before,
                  each: each ? [...before.each, path] : before.each.filter((one) => one !== path),
                }))
              }
              onOverride={(path) =>
                change((before) => ({ ...before, overridden: [...before.overridden, path] }))
              }
            />
          </fieldset>
        </section>
      ) : null}
      <ItemList
        {...{ plan, byStream: cases.byStream, restsOnSeen: form.restsOnSeen, locked, list }}
        missing={cases.missing}
        act={plan.act}
        ofFile={fields.input.filter((field) => field.ofFile === true)}
        each={common.each}
        onTick={tick}
        onOwn={own}
        onReload={cases.reload}
      />
      <Bar>
        <div className="actions">
          <Button
            type="primary"
            loading={run.busy === 'send'}
            disabled={run.busy === 'check' || unknown || cases.loading}
            onClick={() => start('send')}
          >
            {plan.label} {going.length} 件
          </Button>
          <Button
            loading={run.busy === 'check'}
            disabled={run.busy === 'send' || unknown || cases.loading}
            onClick={() => start('check')}
          >
            逐案检查
          </Button>
          <span className="actions-key small second">Ctrl + Enter 办理</span>
        </div>
      </Bar>
    </div>
  );
}

/** Not done and not on its way: said of it was what no longer holds. */
function forgiven(item: Item): Item {
  if (item.standing === 'done' || item.standing === 'sent' || item.standing === 'changed') return item;
  const { told: _told, ...rest } = item;
  return { ...rest, standing: 'waiting' };
}

/** What was typed before goes before what is known. */
function withStart(kept: FormValues, start: FormValues): FormValues {
  return {
    input: { ...start.input, ...kept.input },
    record: { ...start.record, ...kept.record },
    ...(kept.occurredAt === undefined ? {} : { occurredAt: kept.occurredAt }),
    ...(kept.delegation === undefined ? {} : { delegation: kept.delegation }),
  };
}
