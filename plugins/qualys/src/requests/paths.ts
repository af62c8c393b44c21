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
