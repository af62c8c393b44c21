import { TooMuchWork, type JavaMap, type Work } from './javaReader';

// What follows a name where it stands in the order of the documents.
const ID_AFTER_NAME = /,\s*integrationId\s*=\s*\d+\s*(?=[,}]|$)/g;
// What may follow it where the id stands before it.
const OTHERS_AFTER_NAME = /,\s*(?:customerId|vmConfigs)\s*=|\}/g;

/** The places in a text where the name of one integration can end, one after the other. */
export class NameEnds {
  private last = -1;

  constructor(private readonly text: string, private readonly work: Work) {}

  /**
   * The next place, or undefined where there is no other.
   *
   * @param from - where the name begins
   * @param before - the members of the integration that stand before it
   * @throws TooMuchWork where too many were tried
   */
  next(from: number, before: JavaMap): number | undefined {
    const pattern = before.has('integrationId')
      ? OTHERS_AFTER_NAME
      : ID_AFTER_NAME;
    const isFirst = this.last < 0;
    pattern.lastIndex = Math.max(from, this.last + 1);
    const end = pattern.exec(this.text)?.index;
    if (end === undefined) return undefined;
    if (!isFirst && --this.work.attempts < 0) {
      throw new TooMuchWork(from, 'a name in it can end in too many places');
    }
    this.last = end;
    return end;
  }
}
