import { every, isObject, textOf } from '../qps/values';

/** What a `SIMPLE_RETURN` says. */
export interface SimpleReturn {
  /** Qualys' number for what went wrong, such as `1965`; none where nothing did. */
  code?: string;
  /** What happened, for people. */
  text?: string;
  /** Further facts by their keys, such as `SECONDS_TO_WAIT`. */
  items: Record<string, string>;
}

/**
 * Reads the answer that the `fo` APIs give for what is no list: to a change,
 * and to everything that went wrong.
 *
 * Source: Qualys API (VM, PC), `simple_return.dtd`.
 *
 * @param parsed - the answer as XML
 * @returns undefined for any other document
 */
export function simpleReturnOf(parsed: unknown): SimpleReturn | undefined {
  const root = isObject(parsed) ? parsed.SIMPLE_RETURN : undefined;
  const response = isObject(root) ? root.RESPONSE : undefined;
  if (!isObject(response)) return undefined;
  const list = isObject(response.ITEM_LIST) ? response.ITEM_LIST : {};
  const items = every(list.ITEM).flatMap(item => {
    const key = isObject(item) ? textOf(item.KEY) : undefined;
    return isObject(item) && key !== undefined
      ? [[key, textOf(item.VALUE) ?? '']]
      : [];
  });
  return {
    code: textOf(response.CODE),
    text: textOf(response.TEXT),
    items: Object.fromEntries(items),
  };
}
