import { nameOn, roleLabels, rolesOn } from '@zhaozhang/core';
import type { ActContext, Actor, AgencyState, CaseState, Law } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { Bundle } from '@zhaozhang/law';
import type { Account, StoredAccount } from '@zhaozhang/store';
import type { Context } from 'hono';
import { keyedDigest } from '../acts/agency-key.ts';
import { agencyStateOf, statesOf } from '../acts/stored-states.ts';
import type { Me } from '../contract/index.ts';
import { notFound, notSignedIn, ProblemError } from '../problem.ts';
import type { World } from '../world.ts';
import { tokenOf } from './guard.ts';

/**
 * Who is signed in, though something may have to be done first. Only for what such a person must be able to do; without
 * a session there is no answer but "sign in".
 */
export async function signedInOf(world: World, context: Context): Promise<StoredAccount> {
  const account = await world.sessions.find(tokenOf(context));
  if (account === undefined) throw notSignedIn();
  return account;
}

/** The account of the request's session, when nothing has to be done first. */
export async function accountOf(world: World, context: Context): Promise<StoredAccount> {
  const account = await signedInOf(world, context);
  const first = firstOf(world, account);
  if (first === 'password')
    throw new ProblemError({
      title: '口令是管理员给的，先改成自己的',
      status: 403,
      remedy: '在工作台改口令之后再办',
    });
  if (first === 'second-factor')
    throw new ProblemError({
      title: '管理员要有第二重验证',
      status: 403,
      remedy: '在工作台设置第二重验证之后再办',
    });
  return account;
}

/** What comes before everything else. A demonstration is open to who sits before it: it demands no second factor. */
export function firstOf(world: World, account: StoredAccount): Me['first'] {
  if (account.mustChange) return 'password';
  return factorDemanded(world, account) && account.secondFactorAt === undefined ? 'second-factor' : undefined;
}

export function factorDemanded(world: World, account: StoredAccount): boolean {
  return account.administrator && world.demonstration === undefined;
}

export function actorOf(account: Account): Actor {
  return {
    account: account.id,
    name: account.name,
    ...(account.officerId === undefined ? {} : { officer: account.officerId }),
    ...(account.administrator ? { administrator: true } : {}),
  };
}

/** A case as the account may see it, with everything needed to judge acts on it. */
export interface Seen {
  readonly state: CaseState;
  readonly context: ActContext;
  readonly bundle: Bundle;
}

/** Loads a case of the account's own agency. Another agency's case is not there: its existence is not told. */
export async function seenCase(world: World, account: Account, id: string): Promise<Seen> {
  const stream = `case/${id}`;
  const agencyStream = `agency/${account.agency}`;
  const states = await statesOf(world.store, account.agency, [stream, agencyStream]);
  const state = states.get(stream) as CaseState;
  if (state.version === 0) throw notFound('这个案卷');
  return { state, ...(await standingOf(world, account, states.get(agencyStream) as AgencyState)) };
}

export async function standingOf(
  world: World,
  account: Account,
  agency: AgencyState,
): Promise<{ context: ActContext; bundle: Bundle }> {
  const now = world.clock.now();
  const bundle = await world.lawBook.forAgency(agency, dayOf(now));
  // A binding entered for a day to come begins with the first who looks that day.
  world.recomputer.follow(agency.id, bundle.digest);
  return { bundle, context: { actor: actorOf(account), refs: { agency, series: {} }, law: bundle.law, now } };
}

/** The law by which the agency's own duties stand written. */
export async function foreseenBy(world: World, agency: AgencyState): Promise<Law> {
  return (await world.lawBook.foreseen(agency)).law;
}

export function agencyOf(world: World, account: Account): Promise<AgencyState> {
  return agencyStateOf(world.store, account.agency);
}

export async function meOf(world: World, account: StoredAccount): Promise<Me> {
  const agency = await agencyOf(world, account);
  const now = world.clock.now();
  const officer = account.officerId === undefined ? undefined : agency.officers[account.officerId];
  const unit = officer === undefined ? undefined : agency.units[officer.unit]?.name;
  const first = firstOf(world, account);
  const held = rolesOn(agency, account.officerId, dayOf(now)).map((id) => ({ id, label: roleLabels[id] }));
  return {
    account: account.id,
    name: account.name,
    ...(account.officerId === undefined ? {} : { officer: account.officerId }),
    administrator: account.administrator,
    ...(unit === undefined ? {} : { unit }),
    roles: account.administrator ? [...held, { id: 'administrator', label: roleLabels.administrator }] : held,
    agency: { id: account.agency, name: nameOn(agency, dayOf(now)).name },
    now,
    demonstration: world.clock.demonstration,
    // Derived, so that it is there after any restart and nobody has to keep it; of no use for what the agency seals.
    draftKey: keyedDigest(world.keyOf(account.agency), `草稿 ${account.id}`),
    ...(first === undefined ? {} : { first }),
  };
}
