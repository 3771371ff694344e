/** What says whose a case is, where more than one agency says so. */
export interface JurisdictionEntries {
  /** `designated` is a code of `jurisdiction-side`; absent = this agency. */
  designation: { designator: string; number: string; designated?: string | undefined };
  /** With which agency, and which is the next above both. */
  'jurisdiction-dispute': { other: string; superior: string };
  /** `result` is a code of `negotiation-result`. */
  'jurisdiction-negotiation': { result: string };
}
