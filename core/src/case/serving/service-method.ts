/** How a document reaches a party. Codes are those of the set `service-method`. */
interface ServiceMethod {
  readonly label: string;
  /** Handed to somebody else first: it reaches the party later, or comes back. */
  readonly onTheWay?: boolean;
}

/** A title has no vocabulary at hand, so the names stand here too; a test holds them to those of the code set. */
export const serviceMethods: Readonly<Record<string, ServiceMethod>> = {
  direct: { label: '直接送达' },
  'left-in-place': { label: '留置送达' },
  post: { label: '邮寄送达', onTheWay: true },
  electronic: { label: '电子送达', onTheWay: true },
  entrusted: { label: '委托送达', onTheWay: true },
  announced: { label: '公告送达' },
};

/** What was entered before there were several methods was handed over. */
export const methodLeftOut = 'direct';
