import { useLocation } from 'react-router-dom';
import { z } from 'zod';
import { usePartPath } from '../platform/PlatformPaths';

/** Where the pages of requests are, wherever the portal has put them. */
export interface RequestPaths {
  list: string;
  /** The form; what it begins with can be given. */
  ask: (prefilled?: Record<string, string | undefined>) => string;
  one: (id: string) => string;
  edit: (id: string) => string;
}

/** The addresses of the pages of requests, for use on one of them. */
export function useRequestPaths(): RequestPaths {
  const list = usePartPath('requests') ?? '';
  const one = (id: string) => `${list}/${encodeURIComponent(id)}`;
  return {
    list: list || '.',
    ask: (prefilled = {}) => {
      const query = new URLSearchParams(
        Object.entries(prefilled).flatMap(([name, value]) =>
          value ? [[name, value]] : [],
        ),
      ).toString();
      return `${list}/new${query && `?${query}`}`;
    },
    one,
    edit: id => `${one(id)}/edit`,
  };
}

// Whatever else puts something there: it is the browser that keeps it.
const stateSchema = z.object({ requestList: z.string() });

/**
 * What the page of a request remembers of the list that leads to it.
 *
 * @param search - the view and the filters of the list, as its address has them
 */
export function leftFrom(search: string): z.infer<typeof stateSchema> {
  return { requestList: search };
}

/** Where the list is that led here, as it was left; all requests of whoever looks where none did. */
export function useWayBack(): string {
  const { list } = useRequestPaths();
  const state = stateSchema.safeParse(useLocation().state);
  return `${list}${state.success ? state.data.requestList : ''}`;
}
