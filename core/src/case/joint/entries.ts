/** What the entries of joint enforcement hold: who goes along, who left, and what came of it there. */
export interface JointEntries {
  /** One known by its name alone was told of with an inspection's task: of it there are neither role nor matters. */
  partner: {
    name: string;
    /** Code of `joint-role`. */
    role?: string | undefined;
    /** What is in its power, and what of the work is in ours. */
    matters: readonly MatterOfPower[];
    ours?: readonly MatterOfPower[] | undefined;
    people?: readonly PersonOfPartner[] | undefined;
    /** The paper that arranged it. */
    document?: string | undefined;
  };
  'partner-leaving': { partner: string; reason: string };
  /** `outcome` is a code of `partner-outcome`; the latest of a partner stands. */
  'partner-result': {
    partner: string;
    outcome: string;
    number?: string | undefined;
    decidedOn?: string | undefined;
    fines?: readonly FineOfPartner[] | undefined;
    reason?: string | undefined;
  };
}

export interface MatterOfPower {
  readonly matter: string;
}

/** Somebody of a partner: never one of this agency's officers, whatever they hold there. */
export interface PersonOfPartner {
  readonly name: string;
  readonly certificate: string;
}

/** Who of which partner was present when something was recorded here. */
export interface PartnerPresent extends PersonOfPartner {
  /** Id of the partner. */
  readonly partner: string;
}

/** A fine in a partner's decision, of a party of this file. `amount` is fen. */
export interface FineOfPartner {
  readonly party: string;
  readonly amount: number;
  readonly cause: string;
  readonly conductOn?: string | undefined;
}
