/** A detention: asked to be put off, ruled on, executed. */
export interface DetentionEntries {
  'detention-request': { party: string };
  /** `ruling` is a code of `detention-ruling`; `meets` says whether the conditions of the law hold. */
  'detention-ruling': { request: string; meets: boolean; ruling: string };
  'detention-execution': { party: string; place: string };
}
