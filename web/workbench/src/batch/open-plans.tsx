import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { hrefOf } from '../route/route.ts';
import { useSession } from '../session/session.ts';
import { isOpen, type Plan } from './plan.ts';
import { planStore } from './plan-store.ts';
import { registerAct } from './register-act.ts';

function isBegun({ values, items, act }: Plan): boolean {
  const typed = values !== undefined || (act === registerAct && items.length > 0);
  return items.some(isOpen) && (typed || items.some(({ standing }) => standing !== 'waiting'));
}

/** Batches begun in this browser and not finished, each with the way back to it. */
export function OpenPlans(): ReactNode {
  const { drafts } = useSession();
  const [plans, setPlans] = useState<readonly Plan[]>([]);
  useEffect(() => {
    let over = false;
    const store = planStore(drafts);
    store.all().then((found) => {
      // Looked at and left as it was, or done to the end: there is nothing to come back to.
      const [kept, idle] = [found.filter(isBegun), found.filter((plan) => !isBegun(plan))];
      for (const { id } of idle) store.remove(id);
      if (!over) setPlans(kept);
    });
    return () => {
      over = true;
    };
  }, [drafts]);

  async function drop(plan: Plan): Promise<void> {
    await planStore(drafts).remove(plan.id);
    setPlans((before) => before.filter(({ id }) => id !== plan.id));
  }

  if (plans.length === 0) return null;
  return (
    <section className="notice open-plans" aria-label="没有办完的批量事项">
      <h2>没有办完的批量事项</h2>
      <ul>
        {plans.map((plan) => {
          const done = plan.items.filter(({ standing }) => standing === 'done').length;
          const page = plan.act === registerAct ? 'register-many' : 'batch';
          return (
            <li key={plan.id}>
              <a href={hrefOf({ page, id: plan.id })}>批量{plan.label}</a>
              <span className="second">
                {plan.items.length} 件，已办成 {done} 件
              </span>
              <Button size="small" aria-label={`不办了，批量${plan.label}`} onClick={() => drop(plan)}>
                不办了
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
